package org.civitas.bulletin.application;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.domain.BulletinContent.AreaProblems;
import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.bulletin.domain.BulletinContent.Overview;
import org.civitas.bulletin.domain.BulletinContent.Problem;
import org.civitas.bulletin.domain.BulletinContent.RoundFacts;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.domain.Ranking;
import org.civitas.bulletin.domain.RankingScheme;
import org.civitas.casework.CaseBrief;
import org.civitas.casework.CaseFigures;
import org.civitas.casework.Cases;
import org.civitas.casework.FigureQuery;
import org.civitas.casework.FigureSet;
import org.civitas.scoring.PublishedRound;
import org.civitas.scoring.Scores;
import org.civitas.shared.Period;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Copies the figures, typical cases and open problems of an area and period into the content of a bulletin. */
@Component
class ComposeContent {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int TYPICAL = 3;
    private static final int CANDIDATES = 60;
    private static final int SHOWN_PROBLEMS = 5;
    private static final int LONGEST_WORDS = 40;
    private static final int STREET_DIGITS = 9;

    /** 取数范围 — of what the bulletin speaks. */
    record Source(
            String areaCode,
            Period period,
            Instant cutoff,
            @Nullable UUID roundId,
            RankingScheme scheme) {}

    private final CaseFigures figures;
    private final Cases cases;
    private final Scores scores;
    private final Areas areas;
    private final Units units;
    private final RankingSubjects subjects;

    ComposeContent(
            CaseFigures figures, Cases cases, Scores scores, Areas areas, Units units, RankingSubjects subjects) {
        this.figures = figures;
        this.cases = cases;
        this.scores = scores;
        this.areas = areas;
        this.units = units;
        this.subjects = subjects;
    }

    /** The content with the sentences that are used at first; typical cases are the newest with both pictures. */
    BulletinContent compose(Source source, Head head) {
        FigureQuery query = query(source);
        String areaName = areaName(source.areaCode());
        return new BulletinContent(
                head,
                BulletinWords.opening(areaName, source.period()),
                overview(source, query, areaName),
                Ranking.of(source.scheme(), subjects.departments(query)),
                Ranking.of(source.scheme(), subjects.streets(query, source.roundId())),
                typical(source, varied(mended(source))),
                problems(source, query),
                BulletinWords.requirements());
    }

    private List<CaseBrief> mended(Source source) {
        return cases.typical(criteria(source), CANDIDATES).stream()
                .filter(one -> closed(one, source.cutoff()))
                .toList();
    }

    /** Closed cases with pictures before and after that may be chosen as typical ones. */
    List<Typical> candidates(Source source, int limit) {
        return typical(source, cases.typical(criteria(source), limit));
    }

    /** The chosen cases in the order given. */
    List<Typical> chosen(Source source, List<UUID> caseIds) {
        List<CaseBrief> found = new ArrayList<>();
        for (UUID id : caseIds) {
            found.add(cases.byId(id)
                    .filter(one -> one.areaCode().startsWith(source.areaCode()))
                    .orElseThrow(() -> new RuleViolation("bulletin.typical", "选择的典型问题不存在，或不在通报的区域内，请重新选择。")));
        }
        return typical(source, found);
    }

    /** Not three times the same: one of each unit, another kind or site each time, the newest first. */
    private static List<CaseBrief> varied(List<CaseBrief> candidates) {
        Set<String> seen = new HashSet<>();
        List<CaseBrief> chosen = candidates.stream()
                .filter(one -> seen.add(one.typeCode() + one.siteName()) && seen.add(String.valueOf(one.leadUnitId())))
                .toList();
        return chosen.stream().limit(TYPICAL).toList();
    }

    private static FigureQuery query(Source source) {
        return new FigureQuery(source.areaCode(), null, null, source.period(), source.cutoff());
    }

    private static Cases.Criteria criteria(Source source) {
        return new Cases.Criteria(source.areaCode(), null, null, source.period());
    }

    String areaName(String code) {
        return areas.byCode(code).map(Area::name).orElse(code);
    }

    private Overview overview(Source source, FigureQuery query, String areaName) {
        FigureSet total = figures.total(query);
        return new Overview(
                areaName,
                BulletinWords.period(source.period()),
                total.found(),
                total.mended(),
                total.mendedRate().percent(),
                total.due(),
                total.onTime(),
                total.onTimeRate().percent(),
                total.overdueOpen(),
                total.reworked(),
                source.roundId() == null ? null : round(source.roundId()));
    }

    private RoundFacts round(UUID roundId) {
        PublishedRound round =
                scores.find(roundId).orElseThrow(() -> new RuleViolation("bulletin.round", "选择的测评轮次没有发布，不能用于通报。"));
        return new RoundFacts(
                roundId,
                round.versionNumber(),
                round.name(),
                round.got().shown(),
                round.judged().shown(),
                round.sitesJudged(),
                round.observations());
    }

    private List<Typical> typical(Source source, List<CaseBrief> found) {
        Places places = new Places(found);
        return found.stream()
                .map(one -> new Typical(
                        one.id(),
                        one.number(),
                        places.place(one, source.areaCode()),
                        shortened(one.description()),
                        places.unit(one),
                        first(one.beforePictures()),
                        first(one.afterPictures()),
                        "整改前（" + day(one.reportedAt()) + "）",
                        one.closedAt() == null ? "整改后" : "整改后（" + day(one.closedAt()) + "）"))
                .toList();
    }

    private List<AreaProblems> problems(Source source, FigureQuery query) {
        List<CaseBrief> open = cases.list(criteria(source), 1_000).stream()
                .filter(one -> !closed(one, source.cutoff()))
                .sorted(Comparator.comparing((CaseBrief one) -> !overdue(one, source.cutoff()))
                        .thenComparing(CaseBrief::reportedAt))
                .toList();
        Places places = new Places(open);
        int digits = source.areaCode().length() < 6 ? 6 : STREET_DIGITS;
        Map<String, FigureSet> byArea = figures.byArea(query, digits);
        List<AreaProblems> all = new ArrayList<>();
        for (Area area : areas.children(source.areaCode())) {
            FigureSet set = byArea.getOrDefault(area.code(), FigureSet.NONE);
            List<Problem> shown = open.stream()
                    .filter(one -> one.areaCode().startsWith(area.code()))
                    .limit(SHOWN_PROBLEMS)
                    .map(one -> problem(one, places, source.cutoff()))
                    .toList();
            if (!shown.isEmpty()) {
                all.add(new AreaProblems(
                        area.code(), area.name(), Math.max(shown.size(), set.found() - set.mended()), shown));
            }
        }
        return all;
    }

    private static Problem problem(CaseBrief one, Places places, Instant cutoff) {
        return new Problem(
                one.number(),
                places.place(
                        one,
                        one.areaCode().substring(0, Math.min(6, one.areaCode().length()))),
                shortened(one.description()),
                places.unit(one),
                overdue(one, cutoff));
    }

    private static boolean closed(CaseBrief one, Instant cutoff) {
        return one.closedAt() != null && !one.closedAt().isAfter(cutoff);
    }

    private static boolean overdue(CaseBrief one, Instant cutoff) {
        return one.deadlineAt() != null && one.deadlineAt().isBefore(cutoff);
    }

    private static @Nullable UUID first(List<UUID> pictures) {
        return pictures.isEmpty() ? null : pictures.getFirst();
    }

    private static String day(Instant moment) {
        LocalDate day = LocalDate.ofInstant(moment, OFFICE);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }

    private static String shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_WORDS ? line : line.substring(0, LONGEST_WORDS) + "…";
    }

    /** Names of streets and units for a list of cases, asked for once. */
    private final class Places {

        private final Map<String, Area> streets;
        private final Map<UUID, Unit> leads;
        private final Map<String, String> prefixes = new HashMap<>();

        Places(Collection<CaseBrief> found) {
            this.streets = areas.byCodes(found.stream().map(Places::street).collect(Collectors.toSet()));
            this.leads = units.byIds(found.stream()
                    .map(CaseBrief::leadUnitId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
        }

        private static String street(CaseBrief one) {
            return one.areaCode().length() <= STREET_DIGITS
                    ? one.areaCode()
                    : one.areaCode().substring(0, STREET_DIGITS);
        }

        /** Street and site, the street named as within {@code larger}. */
        String place(CaseBrief one, String larger) {
            Area street = streets.get(street(one));
            String streetName = street == null
                    ? ""
                    : RankingSubjects.within(street, prefixes.computeIfAbsent(larger, subjects::prefix));
            return one.siteName() == null ? streetName : streetName + one.siteName();
        }

        String unit(CaseBrief one) {
            Unit lead = one.leadUnitId() == null ? null : leads.get(one.leadUnitId());
            return lead == null ? "待交办" : lead.name();
        }
    }
}
