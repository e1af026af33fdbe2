package org.civitas.bulletin.application;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.bulletin.domain.Indicator;
import org.civitas.bulletin.domain.Measure;
import org.civitas.bulletin.domain.RankingSubject;
import org.civitas.casework.CaseFigures;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.casework.Ratio;
import org.civitas.scoring.AreaScore;
import org.civitas.scoring.Scores;
import org.civitas.territory.Area;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gathers what is measured of the units and of the streets of an area; every figure comes from the module that owns it.
 *
 * <p>Units have no measured share of a round: points can be charged to them, but there is no full mark that is theirs alone.
 */
@Component
class RankingSubjects {

    private final CaseFigures figures;
    private final Scores scores;
    private final Units units;
    private final Areas areas;

    RankingSubjects(CaseFigures figures, Scores scores, Units units, Areas areas) {
        this.figures = figures;
        this.scores = scores;
        this.units = units;
        this.areas = areas;
    }

    /** The departments of the area's own level. */
    List<RankingSubject> departments(FigureQuery query) {
        Map<UUID, FigureSet> byUnit = figures.byUnit(query);
        List<RankingSubject> subjects = new ArrayList<>();
        for (Unit unit : units.all()) {
            if (unit.active()
                    && unit.kind() == UnitKind.BUREAU
                    && unit.areaCode().equals(query.areaCode())) {
                FigureSet set = byUnit.getOrDefault(unit.id(), FigureSet.NONE);
                subjects.add(subject(unit.code(), unit.name(), set, null));
            }
        }
        return subjects;
    }

    List<RankingSubject> streets(FigureQuery query, @Nullable UUID roundId) {
        int digits = AreaLevel.STREET.digits();
        SortedMap<String, FigureSet> byArea = figures.byArea(query, digits);
        Map<String, AreaScore> byStreet = roundId == null
                ? Map.of()
                : scores.scoresByArea(roundId, digits).stream()
                        .collect(Collectors.toMap(AreaScore::areaCode, Function.identity()));
        String prefix = prefix(query.areaCode());
        List<RankingSubject> subjects = new ArrayList<>();
        for (Area street : areas.ofLevel(AreaLevel.STREET, query.areaCode())) {
            FigureSet set = byArea.getOrDefault(street.code(), FigureSet.NONE);
            subjects.add(subject(street.code(), within(street, prefix), set, byStreet.get(street.code())));
        }
        return subjects;
    }

    /** What {@link #within} needs of the larger area; asked once for a list. */
    String prefix(String larger) {
        return areas.namePath(larger) + "/";
    }

    /** The name of an area as one says it within a larger one: 东湖区解放街道 within the city. */
    static String within(Area area, String prefix) {
        return area.path().startsWith(prefix)
                ? area.path().substring(prefix.length()).replace("/", "")
                : area.name();
    }

    private static RankingSubject subject(String id, String name, FigureSet set, @Nullable AreaScore score) {
        Map<Indicator, Measure> measures = new EnumMap<>(Indicator.class);
        measure(measures, Indicator.MENDED_RATE, set.mendedRate());
        measure(measures, Indicator.ON_TIME_RATE, set.onTimeRate());
        measure(measures, Indicator.FIRST_PASS_RATE, new Ratio(set.submitted() - set.reworked(), set.submitted()));
        measure(measures, Indicator.SIGNED_IN_TIME_RATE, set.signedInTimeRate());
        if (score != null && !score.judged().isZero()) {
            measures.put(
                    Indicator.SCORE_RATE,
                    new Measure(score.got().exact(), score.judged().exact()));
        }
        return new RankingSubject(
                id, name, measures, set.found(), set.due(), score == null ? null : score.sitesJudged());
    }

    private static void measure(Map<Indicator, Measure> measures, Indicator indicator, Ratio ratio) {
        if (ratio.denominator() > 0) {
            measures.put(indicator, Measure.of(ratio.numerator(), ratio.denominator()));
        }
    }
}
