package org.civitas.casework.application;

import static org.civitas.casework.domain.CaseCommand.ACCEPT;
import static org.civitas.casework.domain.CaseCommand.ASSIGN;
import static org.civitas.casework.domain.CaseCommand.CONFIRM_ANNUL;
import static org.civitas.casework.domain.CaseCommand.DISMISS;
import static org.civitas.casework.domain.CaseCommand.DISPATCH;
import static org.civitas.casework.domain.CaseCommand.FAIL;
import static org.civitas.casework.domain.CaseCommand.HAND_IN;
import static org.civitas.casework.domain.CaseCommand.PASS;
import static org.civitas.casework.domain.CaseCommand.PROPOSE_ANNUL;
import static org.civitas.casework.domain.CaseCommand.RECALL;
import static org.civitas.casework.domain.CaseCommand.REFUSE;
import static org.civitas.casework.domain.CaseCommand.REJECT_ANNUL;
import static org.civitas.casework.domain.CaseCommand.SEND_BACK;
import static org.civitas.casework.domain.CaseCommand.SIGN;
import static org.civitas.casework.domain.CaseCommand.SUBMIT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.domain.CaseCommand;
import org.civitas.casework.domain.CaseDesk;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CaseLifecycle;
import org.civitas.casework.domain.StepActor;
import org.civitas.casework.domain.StepFacts;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says what a person can do next with a case: the commands of its state that the person's permissions reach, and for each
 * that the rules forbid, why. The rules themselves answer: each command is tried without being stored.
 */
@Component
public class CaseActions {

    private static final List<CaseCommand> SHOWN = List.of(
            ACCEPT,
            DISMISS,
            DISPATCH,
            SIGN,
            SUBMIT,
            HAND_IN,
            ASSIGN,
            SEND_BACK,
            REFUSE,
            PASS,
            FAIL,
            RECALL,
            PROPOSE_ANNUL,
            CONFIRM_ANNUL,
            REJECT_ANNUL);
    private static final Set<CaseCommand> WITH_PROPOSAL_ONLY = Set.of(CONFIRM_ANNUL, REJECT_ANNUL);
    private static final Set<String> NOT_OFFERED = Set.of(
            "case.hand-in.not-assigned", "case.send-back.nothing", "case.assign.not-holder", "case.unit.missing");
    private static final UUID ANY_UNIT = new UUID(0, 1);

    /** 可做操作 — {@code whyNot} null: it can be done. */
    public record Action(CaseCommand command, @Nullable String whyNot) {}

    private final CaseSettings settings;
    private final Clock clock;

    CaseActions(CaseSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public List<Action> of(CaseFile file, CurrentUser user) {
        Instant now = clock.instant();
        StepActor actor = new StepActor(user.accountId(), user.name(), user.unitId());
        CaseDesk desk = CaseDesk.of(file, settings.policy(), actor, now);
        Set<CaseCommand> possible = CaseLifecycle.possible(file.state());
        List<Action> actions = new ArrayList<>();
        for (CaseCommand command : SHOWN) {
            boolean offered = possible.contains(command) && user.may(permission(command)) && fits(command, file);
            if (offered) {
                add(actions, command, desk, now);
            }
        }
        return actions;
    }

    /** A proposed annulment is answered; without one it can only be proposed. */
    private static boolean fits(CaseCommand command, CaseFile file) {
        boolean proposed = file.annulProposer() != null;
        return proposed ? command != PROPOSE_ANNUL : !WITH_PROPOSAL_ONLY.contains(command);
    }

    /** The permission that a command asks for. */
    public static Permission permission(CaseCommand command) {
        return switch (command) {
            case PROPOSE_ANNUL, CONFIRM_ANNUL, REJECT_ANNUL -> Permission.CASE_ANNUL;
            default ->
                switch (command.party()) {
                    case REPORTER -> Permission.CASE_REPORT;
                    case COORDINATOR -> Permission.CASE_COORDINATE;
                    case LEAD_UNIT, HOLDER -> Permission.CASE_HANDLE;
                    case VERIFIER -> Permission.CASE_VERIFY;
                };
        };
    }

    private static void add(List<Action> actions, CaseCommand command, CaseDesk desk, Instant now) {
        try {
            tryOut(command, desk, now);
            actions.add(new Action(command, null));
        } catch (RuleViolation rule) {
            if (!NOT_OFFERED.contains(rule.code())) {
                actions.add(new Action(command, Objects.requireNonNullElse(rule.getMessage(), "")));
            }
        }
    }

    private static void tryOut(CaseCommand command, CaseDesk desk, Instant now) {
        StepFacts.Mended shown = new StepFacts.Mended(List.of(), "试");
        switch (command) {
            case ACCEPT -> desk.accept("");
            case DISMISS -> desk.dismiss("试");
            case DISPATCH ->
                desk.dispatch(
                        "", new StepFacts.Dispatched(ANY_UNIT, List.of(), TimeLimit.workingDays(1), false, false));
            case SIGN -> desk.sign("");
            case REFUSE -> desk.refuse("试", "试");
            case RECALL -> desk.recall("试");
            case ASSIGN -> desk.assign("", ANY_UNIT, now.plus(Duration.ofDays(1)));
            case HAND_IN -> desk.handIn("试", shown);
            case SEND_BACK -> desk.sendBack("试");
            case SUBMIT -> desk.submit("试", shown);
            case PASS -> desk.pass("");
            case FAIL -> desk.fail("试");
            case PROPOSE_ANNUL -> desk.proposeAnnul("试");
            case CONFIRM_ANNUL -> desk.confirmAnnul("");
            case REJECT_ANNUL -> desk.rejectAnnul("");
            case REPORT, FIND, SEEN_AGAIN -> throw new IllegalArgumentException(command.name());
        }
    }
}
