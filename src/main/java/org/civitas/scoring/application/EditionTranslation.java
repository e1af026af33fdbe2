package org.civitas.scoring.application;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.civitas.scoring.domain.CountInWindow;
import org.civitas.scoring.domain.Deduct;
import org.civitas.scoring.domain.Density;
import org.civitas.scoring.domain.Expression;
import org.civitas.scoring.domain.Grade;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Proportion;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.Review;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.ScoringRule;
import org.civitas.scoring.domain.Survey;
import org.civitas.scoring.domain.Threshold;
import org.civitas.scoring.domain.Tiers;
import org.civitas.scoring.domain.Unruled;
import org.civitas.scoring.domain.Veto;
import org.civitas.scoring.domain.Zeroing;
import org.civitas.shared.Points;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.CheckItem;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Method;
import org.civitas.standard.RuleDefinition;
import org.jspecify.annotations.Nullable;

/** Turns an edition as the index module keeps it into the frozen form that a round computes with. */
final class EditionTranslation {

    private EditionTranslation() {}

    /**
     * @param methods that the round scores; requirements and weights of the others are left out
     * @param answering who answers for what of the edition on the last day of the round
     */
    static ScoringEdition of(EditionContent content, Set<Method> methods, DecomposedEdition answering) {
        Map<String, List<String>> itemsByRequirement = new LinkedHashMap<>();
        Map<String, Item> items = new LinkedHashMap<>();
        for (CheckItem item : content.checkItems()) {
            items.put(item.code(), new Item(item.code(), item.text(), item.siteTypeCode(), unitOf(item, answering)));
            item.requirementCodes()
                    .forEach(code -> itemsByRequirement
                            .computeIfAbsent(code, c -> new ArrayList<>())
                            .add(item.code()));
        }
        List<Requirement> requirements = new ArrayList<>();
        for (var requirement : content.requirements()) {
            if (methods.contains(requirement.method())) {
                requirements.add(new Requirement(
                        requirement.code(),
                        requirement.criterionCode(),
                        requirement.full(),
                        rule(requirement.rule()),
                        Requirement.Combination.valueOf(
                                requirement.combination().name()),
                        itemsByRequirement.getOrDefault(requirement.code(), List.of()),
                        nanos(requirement.typeWeights()),
                        answering
                                .of(AssignedKind.REQUIREMENT, requirement.code())
                                .lead(),
                        requirement.method()));
            }
        }
        Map<Method, BigDecimal> weights = new LinkedHashMap<>(content.weights());
        weights.keySet().retainAll(methods);
        List<Node> nodes = content.nodes().stream()
                .map(n -> new Node(n.code(), n.parentCode(), n.criterion(), n.name()))
                .toList();
        return new ScoringEdition(
                content.edition().id(), content.edition().title(), nodes, requirements, items, nanos(weights));
    }

    /** What is said of the item or of its type of site; what its requirement says is charged through the requirement. */
    private static @Nullable UUID unitOf(CheckItem item, DecomposedEdition answering) {
        AssignedUnits units = answering.of(AssignedKind.CHECK_ITEM, item.code());
        return units.ground() == AssignedUnits.Ground.BY_REQUIREMENT ? null : units.lead();
    }

    static ScoringRule rule(@Nullable RuleDefinition definition) {
        return switch (definition) {
            case null -> new Unruled();
            case RuleDefinition.PassFail ignored -> new PassFail();
            case RuleDefinition.Grade it -> grade(it.ratios());
            case RuleDefinition.Threshold it -> {
                Tiers tiers = tiers(it.tiers(), it.otherwise());
                yield new Threshold(tiers.tiers(), tiers.otherwise());
            }
            case RuleDefinition.Proportion it -> new Proportion(it.target());
            case RuleDefinition.Deduct it -> new Deduct(Points.of(it.perFault()), it.required());
            case RuleDefinition.Zeroing it -> new Zeroing(it.wholeCriterion());
            case RuleDefinition.CountInWindow it ->
                new CountInWindow(
                        it.length(), it.unit() == RuleDefinition.WindowUnit.MINUTES, tiers(it.tiers(), it.otherwise()));
            case RuleDefinition.Density it -> new Density(it.per(), it.walked(), tiers(it.tiers(), it.otherwise()));
            case RuleDefinition.Survey it -> new Survey(it.question(), tiers(it.tiers(), it.otherwise()));
            case RuleDefinition.Review it -> new Review(it.outOf(), it.arbitrateAbove());
            case RuleDefinition.Veto it ->
                new Veto(Veto.Consequence.valueOf(it.consequence().name()), points(it.points()), points(it.most()));
            case RuleDefinition.Expression it -> new Expression(it.text());
        };
    }

    private static @Nullable Points points(@Nullable BigDecimal value) {
        return value == null ? null : Points.of(value);
    }

    private static Tiers tiers(List<RuleDefinition.Tier> tiers, BigDecimal otherwise) {
        return new Tiers(
                tiers.stream()
                        .map(t -> new Threshold.Tier(
                                Threshold.Comparison.valueOf(t.comparison().name()), t.limit(), nanos(t.ratio())))
                        .toList(),
                nanos(otherwise));
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

    private static <K> Map<K, Long> nanos(Map<K, BigDecimal> weights) {
        Map<K, Long> nanos = new LinkedHashMap<>();
        weights.forEach((key, weight) -> nanos.put(key, nanos(weight)));
        return nanos;
    }

    private static long nanos(BigDecimal ratio) {
        return Points.of(ratio).nanos();
    }
}
