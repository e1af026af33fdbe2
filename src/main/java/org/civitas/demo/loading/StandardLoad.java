package org.civitas.demo.loading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.civitas.demo.story.Item;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.Editions;
import org.civitas.standard.ExampleEdition;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleDefinition.Threshold;
import org.springframework.stereotype.Component;

/** The example edition, put in use, and what the story needs of its check items. */
@Component
class StandardLoad {

    private final ExampleEdition example;
    private final Editions editions;

    StandardLoad(ExampleEdition example, Editions editions) {
        this.example = example;
        this.editions = editions;
    }

    Edition load() {
        return example.putInUse();
    }

    List<Item> items(Edition edition) {
        EditionContent content = editions.content(edition.id());
        Map<String, RuleDefinition> rules = new HashMap<>();
        content.requirements().forEach(requirement -> {
            if (requirement.rule() != null) {
                rules.put(requirement.code(), requirement.rule());
            }
        });
        List<Item> items = new ArrayList<>();
        for (CheckItem item : content.checkItems()) {
            Threshold tiers = item.requirementCodes().stream()
                    .map(rules::get)
                    .filter(Threshold.class::isInstance)
                    .map(Threshold.class::cast)
                    .findFirst()
                    .orElse(null);
            items.add(item(item, range(tiers)));
        }
        return items;
    }

    private static Item item(CheckItem item, double[] range) {
        return new Item(
                item.code(),
                item.siteTypeCode(),
                item.text(),
                Item.Kind.valueOf(item.kind().name()),
                item.pictureNeeded(),
                item.faults().stream()
                        .map(fault -> new Item.Fault(fault.text(), fault.caseType()))
                        .toList(),
                range[0],
                range[1],
                range[2],
                range[3]);
    }

    /** Figures that reach the best tier, and figures that reach none but perhaps the last. */
    private static double[] range(@org.jspecify.annotations.Nullable Threshold threshold) {
        if (threshold == null || threshold.tiers().isEmpty()) {
            return new double[4];
        }
        List<RuleDefinition.Tier> tiers = threshold.tiers().stream()
                .sorted(Comparator.comparing(RuleDefinition.Tier::ratio).reversed())
                .toList();
        double best = tiers.getFirst().limit().doubleValue();
        double worst = tiers.getLast().limit().doubleValue();
        if (tiers.getFirst().comparison().upward()) {
            double top = best >= 60 && best <= 100 ? 100 : best * 1.4;
            return new double[] {best, top, worst * 0.6, (best + worst) / 2};
        }
        return new double[] {0, best, (best + worst) / 2, worst * 1.4};
    }
}
