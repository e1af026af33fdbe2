package org.civitas.scoring.domain;

/**
 * 轮次计分 — computes a round from its frozen inputs: a pure function, equal inputs in any order give equal results.
 *
 * <p>Sites are judged one by one ({@link SiteJudging}), then each requirement is scored ({@link RequirementScoring}),
 * then the tree and the methods are summed. Integers of 10⁻⁹ throughout. {@link RunningRound} does the work.
 */
public final class RoundScoring {

    private RoundScoring() {}

    public static RoundResult compute(RoundInputs inputs) {
        return new RunningRound(inputs).result();
    }
}
