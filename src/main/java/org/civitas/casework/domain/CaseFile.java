package org.civitas.casework.domain;

import java.util.List;
import java.util.UUID;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 案件 — one problem from its finding to its closing, as it stands after the steps of its timeline.
 *
 * <p>Never changed in place: {@link CaseDesk} decides a step, {@link #after} gives the case that follows from it.
 *
 * @param version number of steps so far
 * @param handling null while no unit has it
 * @param submitter who handed in the result that waits for verification
 * @param annulProposer who asked for annulment, while a second person has not answered
 */
public record CaseFile(
        CaseState state,
        int version,
        int cycle,
        boolean pictureNeeded,
        @Nullable Handling handling,
        int refusals,
        int reworks,
        int seenAgain,
        @Nullable StepActor submitter,
        @Nullable StepActor annulProposer) {

    /** The case as its timeline tells it. */
    public static CaseFile rebuild(List<CaseStep> timeline) {
        CaseFile file = opened(timeline.getFirst());
        for (CaseStep step : timeline.subList(1, timeline.size())) {
            file = file.after(step);
        }
        return file;
    }

    static CaseFile opened(CaseStep first) {
        boolean pictureNeeded = first.facts() instanceof StepFacts.Found found && found.pictureNeeded();
        return new CaseFile(first.to(), 1, 1, pictureNeeded, null, 0, 0, 0, null, null);
    }

    /** The case after one more step. */
    public CaseFile after(CaseStep step) {
        if (step.seq() != version + 1 || step.from() != state) {
            throw new IllegalArgumentException("step " + step.seq() + " does not follow version " + version);
        }
        CaseFile next = moved(step);
        return switch (step.command()) {
            case SEEN_AGAIN -> next.with(handling, refusals, reworks, seenAgain + 1, submitter, annulProposer);
            case DISPATCH ->
                next.with(
                        Handling.of((StepFacts.Dispatched) step.facts()),
                        refusals,
                        reworks,
                        seenAgain,
                        null,
                        annulProposer);
            case REFUSE -> next.with(null, refusals + 1, reworks, seenAgain, null, annulProposer);
            case RECALL -> next.with(null, refusals, reworks, seenAgain, null, annulProposer);
            case ASSIGN -> next.withHandling(mustHandle().assigned((StepFacts.Assigned) step.facts(), step.at()));
            case HAND_IN -> next.withHandling(mustHandle().handedIn(unitOf(step), step.at()));
            case SEND_BACK -> next.withHandling(mustHandle().sentBack(unitOf(step)));
            case SUBMIT -> next.with(handling, refusals, reworks, seenAgain, step.actor(), annulProposer);
            case FAIL -> next.with(handling, refusals, reworks + 1, seenAgain, null, annulProposer);
            case PROPOSE_ANNUL -> next.with(handling, refusals, reworks, seenAgain, submitter, step.actor());
            case REJECT_ANNUL, CONFIRM_ANNUL -> next.with(handling, refusals, reworks, seenAgain, submitter, null);
            case REPORT, FIND, ACCEPT, DISMISS, SIGN, PASS -> next;
        };
    }

    /** Who answers for the case now. */
    public Handling mustHandle() {
        if (handling == null) {
            throw new RuleViolation("case.unit.none", "案件还没有交办给任何单位。");
        }
        return handling;
    }

    private static UUID unitOf(CaseStep step) {
        UUID unit = step.actor().unitId();
        if (unit == null) {
            throw new IllegalArgumentException(step.command() + " without a unit");
        }
        return unit;
    }

    private CaseFile moved(CaseStep step) {
        return new CaseFile(
                step.to(),
                step.seq(),
                step.cycle(),
                pictureNeeded,
                handling,
                refusals,
                reworks,
                seenAgain,
                submitter,
                annulProposer);
    }

    private CaseFile withHandling(Handling changed) {
        return with(changed, refusals, reworks, seenAgain, submitter, annulProposer);
    }

    private CaseFile with(
            @Nullable Handling handling,
            int refusals,
            int reworks,
            int seenAgain,
            @Nullable StepActor submitter,
            @Nullable StepActor annulProposer) {
        return new CaseFile(
                state, version, cycle, pictureNeeded, handling, refusals, reworks, seenAgain, submitter, annulProposer);
    }
}
