package org.civitas.scoring.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.civitas.scoring.domain.Deduct;
import org.civitas.scoring.domain.Grade;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.ScoringRule;
import org.civitas.scoring.domain.Threshold;
import org.civitas.shared.Points;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.RuleDefinition;
import org.jspecify.annotations.Nullable;

/** Turns an edition as the index module keeps it into the frozen form that a round computes with: 实地 requirements only. */
final class EditionTranslation {

    private EditionTranslation() {}

    /** @param unitByCode answers null for a unit that does not exist (any more) */
    static ScoringEdition of(EditionContent content, Function<String, @Nullable UUID> unitByCode) {
        Map<String, List<String>> itemsByRequirement = new LinkedHashMap<>();
        Map<String, Item> items = new LinkedHashMap<>();
        for (CheckItem item : content.checkItems()) {
            items.put(item.code(), new Item(item.code(), item.text(), item.siteTypeCode(), null));
            item.requirementCodes()
                    .forEach(code -> itemsByRequirement
                            .computeIfAbsent(code, c -> new ArrayList<>())
                            .add(item.code()));
        }
        List<Requirement> requirements = new ArrayList<>();
        for (var requirement : content.requirements()) {
            ScoringRule rule = requirement.rule() == null ? null : rule(requirement.rule());
            if (requirement.method() == Method.SITE && rule != null) {
                String lead = requirement.leadUnitCode();
                requirements.add(new Requirement(
                        requirement.code(),
                        requirement.criterionCode(),
                        requirement.full(),
                        rule,
                        Requirement.Combination.valueOf(
                                requirement.combination().name()),
                        itemsByRequirement.getOrDefault(requirement.code(), List.of()),
                        Map.of(),
                        lead == null ? null : unitByCode.apply(lead)));
            }
        }
        List<Node> nodes = content.nodes().stream()
                .map(n -> new Node(n.code(), n.parentCode(), n.criterion(), n.name()))
                .toList();
        return new ScoringEdition(content.edition().id(), content.edition().title(), nodes, requirements, items);
    }

    static @Nullable ScoringRule rule(RuleDefinition definition) {
        return switch (definition) {
            case RuleDefinition.PassFail passFail -> new PassFail();
            case RuleDefinition.Grade grade -> grade(grade.ratios());
            case RuleDefinition.Deduct deduct -> new Deduct(Points.of(deduct.perFault()));
            case RuleDefinition.Threshold threshold ->
                new Threshold(
                        threshold.tiers().stream()
                                .map(t -> new Threshold.Tier(
                                        Threshold.Comparison.valueOf(
                                                t.comparison().name()),
                                        t.limit(),
                                        nanos(t.ratio())))
                                .toList(),
                        nanos(threshold.otherwise()));
            default -> null;
        };
    }

    /** A stands for nothing missing, B for one condition, C for two, C# for more. */
    private static Grade grade(List<BigDecimal> ratios) {
        List<Grade.Level> levels = new ArrayList<>();
        for (int i = 0; i < ratios.size(); i++) {
            boolean last = i == ratios.size() - 1;
            levels.add(new Grade.Level(
                    RuleDefinition.Grade.NAMES.get(i), last ? Integer.MAX_VALUE : i, nanos(ratios.get(i))));
        }
        return new Grade(levels);
    }

    private static long nanos(BigDecimal ratio) {
        return Points.of(ratio).nanos();
    }
}
