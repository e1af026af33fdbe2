package org.civitas.scoring.web;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.civitas.scoring.application.AreaTree;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.domain.ScoreLine;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ShownPoints;
import org.civitas.scoring.domain.ShownTally;
import org.civitas.scoring.persistence.FrozenInputs;
import org.civitas.scoring.persistence.LossQueries;
import org.civitas.scoring.persistence.LossQueries.Dimension;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.civitas.scoring.persistence.LossQueries.LossRow;
import org.civitas.scoring.persistence.LossQueries.PieceRow;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.persistence.RoundQueries.RoundRow;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.scoring.persistence.SiteQueries;
import org.civitas.scoring.web.RoundViews.AreaScoreView;
import org.civitas.scoring.web.RoundViews.LossRowView;
import org.civitas.scoring.web.RoundViews.LossesView;
import org.civitas.scoring.web.RoundViews.PieceView;
import org.civitas.scoring.web.RoundViews.RequirementView;
import org.civitas.scoring.web.RoundViews.SiteScoreView;
import org.civitas.scoring.web.RoundViews.TreeLineView;
import org.civitas.scoring.web.RoundViews.TreeView;
import org.civitas.scoring.web.RoundViews.TypeScoreView;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the figures of a round their names and their printed form. */
@Component
class ResultPages {

    static final String NOBODY = "无责任单位";
    /** What was not judged at a site has no area, type, item or site. */
    static final String ELSEWHERE = "非现场";

    private static final int MOST_SITES = 500;

    private final RoundQueries rounds;
    private final LossQueries losses;
    private final SiteQueries sites;
    private final Rounds versions;
    private final FrozenInputs frozen;

    ResultPages(RoundQueries rounds, LossQueries losses, SiteQueries sites, Rounds versions, FrozenInputs frozen) {
        this.rounds = rounds;
        this.losses = losses;
        this.sites = sites;
        this.versions = versions;
        this.frozen = frozen;
    }

    TreeView tree(RoundRow round, AreaTree.Tree tree) {
        Map<Integer, ShownTally> shown = ShownTally.ofTree(tree.lines());
        Map<String, BigDecimal> before = tree.area() == null ? ratesBefore(round) : Map.of();
        List<TreeLineView> lines = tree.lines().stream()
                .map(line -> {
                    ShownTally tally = shown.getOrDefault(line.place(), ShownTally.of(line.tally()));
                    BigDecimal rate = ScoreViews.rate(line.tally());
                    return new TreeLineView(
                            line.place(),
                            line.kind().name(),
                            line.code(),
                            line.parentCode(),
                            line.title(),
                            line.rule(),
                            tally.got(),
                            tally.judged(),
                            tally.full(),
                            tally.loss(),
                            rate,
                            ScoreViews.change(rate, before.get(line.kind() + line.code())));
                })
                .toList();
        return new TreeView(
                tree.area(),
                tree.area() == null ? null : areaName(versions.words(round.versionId()), tree.area()),
                ScoreViews.score(tree.total()),
                lines);
    }

    private Map<String, BigDecimal> ratesBefore(RoundRow round) {
        Map<String, BigDecimal> rates = new HashMap<>();
        rounds.before(round).ifPresent(earlier -> {
            for (ScoreLine line : rounds.tree(earlier.versionId())) {
                BigDecimal rate = ScoreViews.rate(line.tally());
                if (rate != null) {
                    rates.put(line.kind() + line.code(), rate);
                }
            }
        });
        return rates;
    }

    LossesView losses(Seen seen, Dimension by, Filter filter) {
        List<LossRow> rows = losses.by(by, filter);
        long[] points = rows.stream().mapToLong(LossRow::points).toArray();
        long sum = LongStream.of(points).sum();
        BigDecimal[] shown = ShownPoints.ofParts(points);
        Names names = names(seen.round().versionId());
        return new LossesView(
                by.name(),
                new Points(sum).shown(),
                ScoreViews.exact(sum),
                IntStream.range(0, rows.size())
                        .mapToObj(i -> {
                            LossRow row = rows.get(i);
                            return new LossRowView(
                                    row.key(),
                                    names.of(by, row.key()),
                                    shown[i],
                                    ScoreViews.exact(row.points()),
                                    ScoreViews.percent(
                                            Fraction.of(row.points(), sum).rounded()),
                                    row.findings(),
                                    row.sites());
                        })
                        .toList());
    }

    PieceView piece(Names names, PieceRow row) {
        return new PieceView(
                row.number(),
                ScoreViews.exact(row.points()),
                row.criterionCode(),
                names.criterion(row.criterionCode()),
                row.requirementCode(),
                orElse(row.itemCode(), ""),
                row.itemCode() == null ? row.evidence().word() : names.item(row.itemCode()),
                row.siteId(),
                orElse(row.siteCode(), ""),
                orElse(row.siteName(), ELSEWHERE),
                row.typeCode() == null ? "" : names.type(row.typeCode()),
                row.areaCode() == null ? "" : areaName(names.words(), row.areaCode()),
                row.evidence().name(),
                row.observationId(),
                names.unit(row.departmentId()),
                names.unit(row.territoryId()));
    }

    private static String orElse(@Nullable String word, String other) {
        return word == null ? other : word;
    }

    RequirementView requirement(Seen seen, String code, @Nullable String area, @Nullable String type) {
        RoundRow round = seen.round();
        Names names = names(round.versionId());
        String rule = rounds.tree(round.versionId()).stream()
                .filter(line ->
                        line.kind() == ScoreLine.Kind.REQUIREMENT && line.code().equals(code))
                .map(ScoreLine::rule)
                .findFirst()
                .orElse("");
        return new RequirementView(
                code,
                rule,
                sites.types(round.versionId(), code, area).stream()
                        .map(row -> new TypeScoreView(
                                row.typeCode(),
                                names.type(row.typeCode()),
                                row.sites(),
                                ScoreViews.percent(row.ratioSum() / row.sites()),
                                ScoreViews.exact(row.got()),
                                ScoreViews.exact(row.loss())))
                        .toList(),
                sites.sites(round.versionId(), code, area, type, MOST_SITES).stream()
                        .map(row -> new SiteScoreView(
                                row.siteId(),
                                row.siteCode(),
                                row.siteName(),
                                names.type(row.typeCode()),
                                areaName(names.words(), row.areaCode()),
                                ScoreViews.percent(row.ratio()),
                                ScoreViews.exact(row.got()),
                                ScoreViews.exact(row.loss())))
                        .toList());
    }

    /** Areas in the order of their codes with their own score and their part of the round's loss. */
    List<AreaScoreView> areas(Seen seen, int digits, String within) {
        UUID version = seen.round().versionId();
        FrozenWords words = versions.words(version);
        Map<String, Long> lost = new HashMap<>();
        losses.by(
                        digits == 6 ? Dimension.COUNTY : Dimension.STREET,
                        seen.losses().within(within))
                .forEach(row -> lost.put(String.valueOf(row.key()), row.points()));
        return sites.areas(version, within, digits).stream()
                .map(row -> new AreaScoreView(
                        row.areaCode(),
                        areaName(words, row.areaCode()),
                        new Points(row.got()).shown(),
                        new Points(row.judged()).shown(),
                        row.judged() == 0
                                ? null
                                : ScoreViews.percent(
                                        Fraction.of(row.got(), row.judged()).rounded()),
                        row.sitesJudged(),
                        new Points(lost.getOrDefault(row.areaCode(), 0L)).shown()))
                .toList();
    }

    Names names(UUID versionId) {
        return new Names(versions.words(versionId), frozen.edition(versionId).orElse(null));
    }

    /** County and below, joined: enough to tell two streets of one name apart. */
    static String areaName(FrozenWords words, String code) {
        StringBuilder path = new StringBuilder();
        for (int digits = 6; digits <= code.length(); digits += 3) {
            String name = words.areas().get(code.substring(0, digits));
            if (name != null) {
                path.append(path.isEmpty() ? "" : "/").append(name);
            }
        }
        return path.isEmpty() ? words.areas().getOrDefault(code, code) : path.toString();
    }

    /** Names as they were frozen with the round. */
    record Names(FrozenWords words, @Nullable ScoringEdition edition) {

        String of(Dimension by, @Nullable String key) {
            if (key == null) {
                return by == Dimension.DEPARTMENT || by == Dimension.TERRITORY ? NOBODY : ELSEWHERE;
            }
            return switch (by) {
                case DEPARTMENT, TERRITORY -> words.units().getOrDefault(key, key);
                case COUNTY, STREET -> areaName(words, key);
                case SITE_TYPE -> type(key);
                case CRITERION -> key + " " + criterion(key);
                case ITEM -> key + " " + item(key);
                case SITE -> key;
            };
        }

        String unit(@Nullable UUID id) {
            return id == null ? NOBODY : words.units().getOrDefault(id.toString(), id.toString());
        }

        String type(String code) {
            return words.types().getOrDefault(code, code);
        }

        String criterion(String code) {
            return edition == null
                    ? ""
                    : edition.nodes().stream()
                            .filter(node -> node.code().equals(code))
                            .map(ScoringEdition.Node::title)
                            .findFirst()
                            .orElse("");
        }

        String item(String code) {
            ScoringEdition.Item item = edition == null ? null : edition.items().get(code);
            return item == null ? "" : item.title();
        }
    }
}
