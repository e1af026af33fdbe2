package org.civitas.scoring.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 计分规则 — turns what was observed at one site, or entered for a requirement, into a ratio of the full points. One small
 * class per rule.
 *
 * <p>Contract of every rule, tested for all of them: the result does not hang on the order of the observations; turning
 * an observation from 不符合 to 符合 never lowers the ratio (an {@link Expression} alone can not promise that); where the
 * ratio is below 1, somebody carries the loss.
 */
public sealed interface ScoringRule
        permits PassFail,
                Grade,
                Threshold,
                Proportion,
                Deduct,
                Zeroing,
                CountInWindow,
                Density,
                Survey,
                Review,
                Veto,
                Expression,
                Unruled {

    /**
     * Judges one reading of a site; null when the rule finds nothing that it can judge.
     *
     * @param observations applicable ones only, at least one, in the order of ids
     */
    default @Nullable Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return null;
    }

    /** Judges what was entered, at least one fact; null when the rule finds nothing that it can judge. */
    default @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        return null;
    }

    /** Whether the loss goes to the requirement's lead unit before the unit that answers for the site. */
    default boolean chargesLeadUnit() {
        return false;
    }

    /** The rule in one Chinese sentence, as the pages show it. */
    String sentence();
}
