package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.domain.Assignment;
import org.civitas.casework.domain.CaseSummary;
import org.civitas.casework.domain.CycleSummary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What figures count: the cycle of a case, and what was passed down in it. */
@Repository
class CycleRows {

    private static final String UPSERT = """
            insert into case_cycle (case_id, cycle, lead_unit_id, first_dispatched_at, dispatched_at, sign_due_at,
                signed_at, deadline_at, first_submitted_at, first_rework_at, first_refused_at, stopped_at, closed_at,
                on_time, handling_minutes)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (case_id, cycle) do update set lead_unit_id = excluded.lead_unit_id,
                dispatched_at = excluded.dispatched_at, sign_due_at = excluded.sign_due_at,
                signed_at = excluded.signed_at, deadline_at = excluded.deadline_at,
                first_submitted_at = excluded.first_submitted_at, first_rework_at = excluded.first_rework_at,
                first_refused_at = excluded.first_refused_at, stopped_at = excluded.stopped_at,
                closed_at = excluded.closed_at, on_time = excluded.on_time,
                handling_minutes = excluded.handling_minutes
            """;
    private static final String ASSIGN = """
            insert into case_assignment (case_id, cycle, level, from_unit_id, unit_id, assigned_at, inner_deadline_at,
                handed_in_at) values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** 案件及其概况. */
    record Of(UUID caseId, CaseSummary summary) {}

    private final JdbcTemplate jdbc;

    CycleRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(UUID caseId, CaseSummary summary) {
        jdbc.update(
                "delete from case_assignment where case_id = ? and cycle = ?",
                caseId,
                summary.file().cycle());
        writeAll(List.of(new Of(caseId, summary)));
    }

    void writeAll(List<Of> all) {
        List<Object[]> cycles = new ArrayList<>();
        List<Object[]> assignments = new ArrayList<>();
        for (Of each : all) {
            each.summary().cycle().ifPresent(cycle -> cycles.add(cycle(each.caseId(), cycle)));
            assignments.addAll(assignments(each));
        }
        jdbc.batchUpdate(UPSERT, cycles);
        jdbc.batchUpdate(ASSIGN, assignments);
    }

    private static Object[] cycle(UUID caseId, CycleSummary cycle) {
        return new Object[] {
            caseId,
            cycle.cycle(),
            cycle.leadUnit(),
            column(cycle.firstDispatchedAt()),
            column(cycle.dispatchedAt()),
            column(cycle.signDueAt()),
            column(cycle.signedAt()),
            column(cycle.deadlineAt()),
            column(cycle.firstSubmittedAt()),
            column(cycle.firstReworkAt()),
            column(cycle.firstRefusedAt()),
            column(cycle.stoppedAt()),
            column(cycle.closedAt()),
            cycle.onTime(),
            cycle.handlingMinutes()
        };
    }

    private static List<Object[]> assignments(Of each) {
        List<Object[]> rows = new ArrayList<>();
        var handling = each.summary().file().handling();
        if (handling != null) {
            int level = 0;
            for (Assignment down : handling.chain()) {
                rows.add(new Object[] {
                    each.caseId(),
                    each.summary().file().cycle(),
                    ++level,
                    down.fromUnit(),
                    down.subUnit(),
                    column(down.assignedAt()),
                    column(down.innerDeadline()),
                    column(down.handedInAt())
                });
            }
        }
        return rows;
    }
}
