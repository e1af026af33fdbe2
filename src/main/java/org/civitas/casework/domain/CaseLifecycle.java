package org.civitas.casework.domain;

import static org.civitas.casework.domain.CaseCommand.*;
import static org.civitas.casework.domain.CaseState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/** 案件流程 — the whole state machine as one table: what is not in it can not happen. */
public final class CaseLifecycle {

    /** 流转 — one row: in {@code from} (null: before there is a case) the command leads to {@code to}. */
    public record Transition(@Nullable CaseState from, CaseCommand command, CaseState to) {}

    public static final List<Transition> TABLE = List.of(
            new Transition(null, REPORT, REPORTED),
            new Transition(null, FIND, ACCEPTED),
            new Transition(REPORTED, SEEN_AGAIN, REPORTED),
            new Transition(REPORTED, ACCEPT, ACCEPTED),
            new Transition(REPORTED, DISMISS, DISMISSED),
            new Transition(REPORTED, PROPOSE_ANNUL, REPORTED),
            new Transition(REPORTED, CONFIRM_ANNUL, ANNULLED),
            new Transition(REPORTED, REJECT_ANNUL, REPORTED),
            new Transition(ACCEPTED, SEEN_AGAIN, ACCEPTED),
            new Transition(ACCEPTED, DISPATCH, DISPATCHED),
            new Transition(ACCEPTED, PROPOSE_ANNUL, ACCEPTED),
            new Transition(ACCEPTED, CONFIRM_ANNUL, ANNULLED),
            new Transition(ACCEPTED, REJECT_ANNUL, ACCEPTED),
            new Transition(DISPATCHED, SEEN_AGAIN, DISPATCHED),
            new Transition(DISPATCHED, SIGN, HANDLING),
            new Transition(DISPATCHED, REFUSE, ACCEPTED),
            new Transition(DISPATCHED, RECALL, ACCEPTED),
            new Transition(DISPATCHED, PROPOSE_ANNUL, DISPATCHED),
            new Transition(DISPATCHED, CONFIRM_ANNUL, ANNULLED),
            new Transition(DISPATCHED, REJECT_ANNUL, DISPATCHED),
            new Transition(HANDLING, SEEN_AGAIN, HANDLING),
            new Transition(HANDLING, RECALL, ACCEPTED),
            new Transition(HANDLING, ASSIGN, HANDLING),
            new Transition(HANDLING, HAND_IN, HANDLING),
            new Transition(HANDLING, SEND_BACK, HANDLING),
            new Transition(HANDLING, SUBMIT, SUBMITTED),
            new Transition(HANDLING, PROPOSE_ANNUL, HANDLING),
            new Transition(HANDLING, CONFIRM_ANNUL, ANNULLED),
            new Transition(HANDLING, REJECT_ANNUL, HANDLING),
            new Transition(SUBMITTED, SEEN_AGAIN, SUBMITTED),
            new Transition(SUBMITTED, PASS, CLOSED),
            new Transition(SUBMITTED, FAIL, HANDLING),
            new Transition(SUBMITTED, PROPOSE_ANNUL, SUBMITTED),
            new Transition(SUBMITTED, CONFIRM_ANNUL, ANNULLED),
            new Transition(SUBMITTED, REJECT_ANNUL, SUBMITTED),
            new Transition(CLOSED, PROPOSE_ANNUL, CLOSED),
            new Transition(CLOSED, CONFIRM_ANNUL, ANNULLED),
            new Transition(CLOSED, REJECT_ANNUL, CLOSED));

    private CaseLifecycle() {}

    /**
     * Where the command leads.
     *
     * @throws RuleViolation {@code case.command.not-possible} if the table has no such row
     */
    public static CaseState next(@Nullable CaseState from, CaseCommand command) {
        for (Transition row : TABLE) {
            if (row.from() == from && row.command() == command) {
                return row.to();
            }
        }
        String now = from == null ? "还没有立案" : "现在是“" + from.word() + "”";
        throw new RuleViolation("case.command.not-possible", "案件" + now + "，不能“" + command.word() + "”。");
    }

    /** The commands that the table knows in this state. */
    public static Set<CaseCommand> possible(CaseState from) {
        Set<CaseCommand> commands = EnumSet.noneOf(CaseCommand.class);
        TABLE.stream().filter(row -> row.from() == from).forEach(row -> commands.add(row.command()));
        return commands;
    }
}
