package org.civitas.scoring.domain.forecast;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.civitas.shared.RuleViolation;

/** 抽样方案 — how many sites of each type the official test draws, without replacement. */
public record SamplePlan(Map<String, Integer> sitesByType) {

    private static final int MOST = 2_000;

    public SamplePlan {
        SortedMap<String, Integer> sorted = new TreeMap<>();
        sitesByType.forEach((type, number) -> {
            if (number < 0 || number > MOST) {
                throw new RuleViolation("forecast.plan.number", "每类点位的抽取数应在 0 到 " + MOST + " 之间。");
            }
            if (number > 0) {
                sorted.put(type, number);
            }
        });
        if (sorted.isEmpty()) {
            throw new RuleViolation("forecast.plan.empty", "抽样方案中至少要有一类点位。");
        }
        sitesByType = java.util.Collections.unmodifiableSortedMap(sorted);
    }

    /** Number of sites to be drawn of a type; 0 where the plan does not name it. */
    public int of(String typeCode) {
        return sitesByType.getOrDefault(typeCode, 0);
    }

    public int total() {
        return sitesByType.values().stream().mapToInt(n -> n).sum();
    }
}
