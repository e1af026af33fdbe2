package org.civitas.scoring.domain;

import java.util.Set;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** 轮次步骤 — the table of what may happen to a version of a round; a pair that is not here is refused. */
public enum RoundStep {
    COMPUTE("计算", Set.of(RoundState.DRAFT, RoundState.COMPUTED), RoundState.COMPUTED),
    PUBLISH("发布", Set.of(RoundState.COMPUTED), RoundState.PUBLISHED),
    SUPERSEDE("更正", Set.of(RoundState.PUBLISHED), RoundState.SUPERSEDED),
    DISCARD("删除", Set.of(RoundState.DRAFT, RoundState.COMPUTED), null);

    private final String label;
    private final Set<RoundState> from;
    private final @Nullable RoundState to;

    RoundStep(String label, Set<RoundState> from, @Nullable RoundState to) {
        this.label = label;
        this.from = from;
        this.to = to;
    }

    public boolean possibleFrom(RoundState state) {
        return from.contains(state);
    }

    /** The state afterwards; null when nothing is left. @throws RuleViolation {@code round.step} */
    public @Nullable RoundState apply(RoundState state) {
        if (!from.contains(state)) {
            throw new RuleViolation("round.step", "本轮测评" + state.label() + "，不能" + label + "。");
        }
        return to;
    }
}
