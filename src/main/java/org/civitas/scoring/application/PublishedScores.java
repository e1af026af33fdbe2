package org.civitas.scoring.application;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.scoring.AreaScore;
import org.civitas.scoring.PublishedRound;
import org.civitas.scoring.ResponsibilityLine;
import org.civitas.scoring.Scores;
import org.civitas.scoring.UnitLoss;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.persistence.LossQueries;
import org.civitas.scoring.persistence.LossQueries.Dimension;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.civitas.scoring.persistence.LossQueries.LossRow;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.scoring.persistence.SiteQueries;
import org.civitas.shared.Period;
import org.civitas.shared.Points;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers {@link Scores} from what was stored when the round was computed. */
@Component
@Transactional(readOnly = true)
class PublishedScores implements Scores {

    private final RoundQueries rounds;
    private final LossQueries losses;
    private final SiteQueries sites;
    private final Rounds versions;

    PublishedScores(RoundQueries rounds, LossQueries losses, SiteQueries sites, Rounds versions) {
        this.rounds = rounds;
        this.losses = losses;
        this.sites = sites;
        this.versions = versions;
    }

    @Override
    public List<PublishedRound> published(String areaCode, int limit) {
        return rounds.list(areaCode, false, null, limit).stream()
                .limit(limit)
                .map(PublishedScores::round)
                .toList();
    }

    @Override
    public Optional<PublishedRound> find(UUID roundId) {
        return row(roundId).map(PublishedScores::round);
    }

    @Override
    public List<UnitLoss> lossesByUnit(UUID roundId, ResponsibilityLine line) {
        RoundRow round = row(roundId).orElseThrow();
        Map<String, String> names = versions.words(round.versionId()).units();
        Dimension dimension = line == ResponsibilityLine.DEPARTMENT ? Dimension.DEPARTMENT : Dimension.TERRITORY;
        return losses.by(dimension, Filter.all(round.versionId())).stream()
                .map(row -> {
                    String key = row.key();
                    return key == null
                            ? new UnitLoss(null, "无责任单位", new Points(row.points()), row.findings())
                            : new UnitLoss(
                                    UUID.fromString(key),
                                    names.getOrDefault(key, key),
                                    new Points(row.points()),
                                    row.findings());
                })
                .toList();
    }

    @Override
    public List<AreaScore> scoresByArea(UUID roundId, int digits) {
        RoundRow round = row(roundId).orElseThrow();
        FrozenWords words = versions.words(round.versionId());
        Map<String, Long> lost =
                losses.by(digits == 6 ? Dimension.COUNTY : Dimension.STREET, Filter.all(round.versionId())).stream()
                        .filter(row -> row.key() != null) // what was not judged at a site lies in no area
                        .collect(Collectors.toMap(row -> Objects.requireNonNull(row.key()), LossRow::points));
        return sites.areas(round.versionId(), round.areaCode(), digits).stream()
                .map(row -> new AreaScore(
                        row.areaCode(),
                        words.areas().getOrDefault(row.areaCode(), row.areaCode()),
                        new Points(row.got()),
                        new Points(row.judged()),
                        row.sitesJudged(),
                        new Points(lost.getOrDefault(row.areaCode(), 0L))))
                .toList();
    }

    private Optional<RoundRow> row(UUID roundId) {
        return rounds.find(roundId, "", false);
    }

    private static PublishedRound round(RoundRow row) {
        OffsetDateTime at = Objects.requireNonNull(row.publishedAt());
        return new PublishedRound(
                row.id(),
                row.number(),
                row.name(),
                row.editionTitle(),
                row.areaCode(),
                row.areaName(),
                new Period(row.firstDay(), row.lastDay()),
                new Points(row.got()),
                new Points(row.judged()),
                new Points(row.fullPoints()),
                row.sitesDrawn(),
                row.sitesJudged(),
                row.observations(),
                at.toInstant());
    }
}
