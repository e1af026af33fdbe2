package org.civitas.scoring.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.civitas.scoring.domain.RateChange.Effect;

/**
 * 标准变动 — what one criterion did to the change of the rate between two rounds.
 *
 * @param item code of the item (测评项目) of the first level under which the criterion stands
 * @param performance by doing better or worse, in integers of 10⁻⁹ of the rate
 * @param scope by weighing more or less of what was judged, likewise
 */
public record CriterionChange(String code, String item, Tally before, Tally after, long performance, long scope) {

    /**
     * The criteria that at least one of the rounds judged: in the order of the later round's tree, then those that only
     * the earlier one had. Their effects add up to the change.
     */
    public static List<CriterionChange> of(List<ScoreLine> earlier, List<ScoreLine> later, RateChange change) {
        Map<String, String> items = new LinkedHashMap<>();
        Map<String, String> criterionOf = new HashMap<>();
        for (List<ScoreLine> lines : List.of(later, earlier)) {
            Map<String, String> parents = new HashMap<>();
            for (ScoreLine line : lines) {
                String parent = line.parentCode();
                if (parent != null) {
                    parents.put(line.code(), parent);
                }
                if (line.kind() == ScoreLine.Kind.CRITERION) {
                    items.putIfAbsent(line.code(), root(line.code(), parents));
                } else if (line.kind() == ScoreLine.Kind.REQUIREMENT) {
                    criterionOf.putIfAbsent(line.code(), Objects.requireNonNull(parent));
                }
            }
        }
        Map<String, Long> performance = new HashMap<>();
        Map<String, Long> scope = new HashMap<>();
        for (Effect effect : change.effects()) {
            String criterion = Objects.requireNonNull(criterionOf.get(effect.code()));
            performance.merge(criterion, effect.performance(), Long::sum);
            scope.merge(criterion, effect.scope(), Long::sum);
        }
        Map<String, Tally> before = tallies(earlier);
        Map<String, Tally> after = tallies(later);
        List<CriterionChange> changes = new ArrayList<>();
        items.forEach((code, item) -> {
            if (scope.containsKey(code)) {
                changes.add(new CriterionChange(
                        code,
                        item,
                        before.getOrDefault(code, Tally.NOTHING),
                        after.getOrDefault(code, Tally.NOTHING),
                        performance.getOrDefault(code, 0L),
                        scope.getOrDefault(code, 0L)));
            }
        });
        return List.copyOf(changes);
    }

    private static Map<String, Tally> tallies(List<ScoreLine> lines) {
        Map<String, Tally> tallies = new HashMap<>();
        lines.stream()
                .filter(line -> line.kind() == ScoreLine.Kind.CRITERION)
                .forEach(line -> tallies.put(line.code(), line.tally()));
        return tallies;
    }

    private static String root(String code, Map<String, String> parents) {
        String at = code;
        for (String up = parents.get(at); up != null; up = parents.get(at)) {
            at = up;
        }
        return at;
    }
}
