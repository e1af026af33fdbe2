package org.civitas.scoring.domain.forecast;

import java.util.List;

/**
 * 检查项模型 — what a check item can be found to be.
 *
 * @param outcomes from the worst to the best; a mended site shows the last one
 */
public record ItemModel(String code, List<ItemOutcome> outcomes) {

    public ItemModel {
        outcomes = List.copyOf(outcomes);
    }

    /** How many of the outcomes are problems; they stand first. */
    int failing() {
        return (int) outcomes.stream().filter(ItemOutcome::failed).count();
    }
}
