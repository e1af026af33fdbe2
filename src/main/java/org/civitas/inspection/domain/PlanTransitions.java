package org.civitas.inspection.domain;

import static org.civitas.inspection.domain.PlanState.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.civitas.shared.RuleViolation;

/** 计划状态表 — the whole life of a plan as rows; a pair that is not here is refused. */
public final class PlanTransitions {

    /** One row: in this state the command is allowed and leads there. */
    public record Row(PlanState from, PlanCommand command, PlanState to) {}

    public static final List<Row> ROWS = List.of(
            new Row(DRAFT, PlanCommand.EDIT, DRAFT),
            new Row(DRAFT, PlanCommand.DRAW, DRAWN),
            new Row(DRAFT, PlanCommand.WITHDRAW, WITHDRAWN),
            new Row(DRAWN, PlanCommand.REDRAW, DRAWN),
            new Row(DRAWN, PlanCommand.ASSIGN, DRAWN),
            new Row(DRAWN, PlanCommand.START, UNDER_WAY),
            new Row(DRAWN, PlanCommand.WITHDRAW, WITHDRAWN),
            new Row(UNDER_WAY, PlanCommand.ASSIGN, UNDER_WAY),
            new Row(UNDER_WAY, PlanCommand.FINISH, FINISHED),
            new Row(UNDER_WAY, PlanCommand.WITHDRAW, WITHDRAWN));

    private PlanTransitions() {}

    /** The state after the command; a {@link RuleViolation} {@code inspection.plan.state} where it is not allowed. */
    public static PlanState after(PlanState from, PlanCommand command) {
        return ROWS.stream()
                .filter(row -> row.from() == from && row.command() == command)
                .map(Row::to)
                .findFirst()
                .orElseThrow(() -> new RuleViolation(
                        "inspection.plan.state", "计划现在是“" + from.label() + "”，不能" + command.label() + "。"));
    }

    /** The commands that the state allows, in the order of the life of a plan. */
    public static Set<PlanCommand> allowedIn(PlanState state) {
        return ROWS.stream()
                .filter(row -> row.from() == state)
                .map(Row::command)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlanCommand.class)));
    }
}
