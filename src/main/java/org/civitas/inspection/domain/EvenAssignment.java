package org.civitas.inspection.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.shared.RuleViolation;

/** 均衡分派 — shares tasks out so that nobody has more than one task more than another and neighbours stay together. */
public final class EvenAssignment {

    /** A task and the place that decides whose neighbour it is. */
    public record Place(UUID taskId, String areaCode) {}

    private EvenAssignment() {}

    /** Task id → inspector, in the order of the areas. */
    public static Map<UUID, UUID> assign(List<Place> tasks, List<UUID> inspectors) {
        if (inspectors.isEmpty()) {
            throw new RuleViolation("inspection.assign.nobody", "请至少选择一名督查员。");
        }
        List<Place> ordered = tasks.stream()
                .sorted(Comparator.comparing(Place::areaCode).thenComparing(Place::taskId))
                .toList();
        Map<UUID, UUID> result = new LinkedHashMap<>();
        for (int i = 0; i < ordered.size(); i++) {
            int share = (int) ((long) i * inspectors.size() / ordered.size());
            result.put(ordered.get(i).taskId(), inspectors.get(share));
        }
        return result;
    }
}
