package org.civitas.inspection.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.civitas.shared.RuleViolation;
import org.junit.jupiter.api.Test;

class EvenAssignmentTest {

    private static final List<UUID> THREE = List.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));

    @Test
    void nobody_has_more_than_one_task_more_than_another() {
        for (int n = 1; n <= 40; n++) {
            Map<UUID, Long> loads = EvenAssignment.assign(tasks(n), THREE).values().stream()
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            long most = loads.values().stream().mapToLong(Long::longValue).max().orElseThrow();
            long least = THREE.stream()
                    .mapToLong(id -> loads.getOrDefault(id, 0L))
                    .min()
                    .orElseThrow();
            assertThat(most - least).as("%d tasks", n).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void tasks_of_one_area_stay_with_one_inspector_where_the_shares_allow_it() {
        Map<UUID, UUID> assigned = EvenAssignment.assign(tasks(9), THREE);
        assertThat(List.of(task(0), task(3), task(6))).extracting(assigned::get).containsOnly(THREE.get(0));
    }

    @Test
    void without_an_inspector_nothing_can_be_assigned() {
        assertThatThrownBy(() -> EvenAssignment.assign(tasks(2), List.of()))
                .isInstanceOfSatisfying(
                        RuleViolation.class, e -> assertThat(e.code()).isEqualTo("inspection.assign.nobody"));
    }

    private static List<EvenAssignment.Place> tasks(int n) {
        return IntStream.range(0, n)
                .mapToObj(i -> new EvenAssignment.Place(task(i), "99010%d".formatted(1 + i % 3)))
                .toList();
    }

    private static UUID task(int i) {
        return new UUID(2, i);
    }
}
