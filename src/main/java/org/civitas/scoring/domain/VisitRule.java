package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** 多次测评规则 — what counts when a site was visited several times within a round. */
public enum VisitRule {
    /** 取最近一次: for each check item what the last visit that judged it found. */
    LATEST("取最近一次"),
    /** 取平均: the mean of all visits. */
    MEAN("取平均"),
    /** 取最差: the visit with the lowest ratio; of equally bad ones the latest. */
    WORST("取最差一次");

    private final String label;

    VisitRule(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /**
     * The readings that are judged one by one.
     *
     * @param inTime observations of one site for one requirement in the order of time, at least one
     */
    List<List<ObservationFacts>> readings(List<ObservationFacts> inTime) {
        if (inTime.getFirst().visitId().equals(inTime.getLast().visitId())) {
            return List.of(inTime); // in time, so all of one visit
        }
        return switch (this) {
            case LATEST -> List.of(latestOfEachItem(inTime));
            case MEAN, WORST -> byVisit(inTime);
        };
    }

    private static List<List<ObservationFacts>> byVisit(List<ObservationFacts> inTime) {
        Map<UUID, List<ObservationFacts>> visits = new LinkedHashMap<>();
        inTime.forEach(o ->
                visits.computeIfAbsent(o.visitId(), id -> new ArrayList<>()).add(o));
        return List.copyOf(visits.values());
    }

    private static List<ObservationFacts> latestOfEachItem(List<ObservationFacts> inTime) {
        Map<String, UUID> latest = new LinkedHashMap<>();
        inTime.forEach(o -> latest.put(o.itemCode(), o.visitId()));
        return inTime.stream()
                .filter(o -> o.visitId().equals(latest.get(o.itemCode())))
                .toList();
    }
}
