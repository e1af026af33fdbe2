package org.civitas.scoring.domain;

import java.util.List;

/**
 * 计分规则 — turns what was observed at one site into a ratio of the full points. One small class per rule.
 *
 * <p>Contract of every rule, tested for all of them: the result does not hang on the order of the observations; turning
 * an observation from 不符合 to 符合 never lowers the ratio; where the ratio is below 1, somebody carries the loss.
 */
public sealed interface ScoringRule permits PassFail, Grade, Deduct, Threshold {

    /**
     * Judges one reading of a site.
     *
     * @param observations applicable ones only, at least one, in the order of time and id
     */
    Judgement judge(Requirement requirement, List<ObservationFacts> observations);

    /** Whether the loss goes to the requirement's lead unit before the unit that answers for the site. */
    default boolean chargesLeadUnit() {
        return false;
    }

    /** The rule in one Chinese sentence, as the pages show it. */
    String sentence();
}
