package org.civitas.standard.domain;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.AssignedUnits;
import org.jspecify.annotations.Nullable;

/**
 * 分解改法 — how the units of many things are changed at once.
 *
 * @param lead the new lead unit, for those steps that name one
 * @param others the units to add or to take away
 */
public record Reassignment(Step step, @Nullable UUID lead, List<UUID> others) {

    /** 改法. */
    public enum Step {
        SET("指定"),
        SET_LEAD("换牵头单位"),
        ADD_CO("增加配合单位"),
        REMOVE("去掉单位"),
        CLEAR("清空");

        private final String word;

        Step(String word) {
            this.word = word;
        }

        /** The Chinese word that pages and the history show. */
        public String word() {
            return word;
        }
    }

    /** 单位 — lead and helpers after a change; a unit never stands twice. */
    public record Outcome(@Nullable UUID lead, List<UUID> cos) {

        public Outcome {
            Set<UUID> once = new LinkedHashSet<>(cos);
            once.remove(lead);
            cos = List.copyOf(once);
        }
    }

    public Reassignment {
        others = List.copyOf(others);
        if (step == Step.SET_LEAD && lead == null) {
            throw new RuleViolation("decomposition.lead.missing", "请选择新的牵头单位。");
        }
        if ((step == Step.ADD_CO || step == Step.REMOVE) && others.isEmpty()) {
            throw new RuleViolation("decomposition.units.missing", "请至少选择一个单位。");
        }
        if (step == Step.SET && lead == null && others.isEmpty()) {
            throw new RuleViolation("decomposition.units.missing", "请选择牵头单位或配合单位；要取消全部单位请用“清空”。");
        }
    }

    /** What the units are after the change; what is not changed stays as it is seen, wherever it comes from. */
    public Outcome apply(AssignedUnits now) {
        return switch (step) {
            case SET -> new Outcome(lead, others);
            case SET_LEAD -> new Outcome(lead, now.cos());
            case ADD_CO -> {
                Set<UUID> more = new LinkedHashSet<>(now.cos());
                more.addAll(others);
                yield new Outcome(now.lead(), List.copyOf(more));
            }
            case REMOVE ->
                new Outcome(
                        now.lead() != null && others.contains(now.lead()) ? null : now.lead(),
                        now.cos().stream()
                                .filter(unit -> !others.contains(unit))
                                .toList());
            case CLEAR -> new Outcome(null, List.of());
        };
    }
}
