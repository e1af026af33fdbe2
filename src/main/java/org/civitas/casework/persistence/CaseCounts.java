package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.civitas.calendar.WorkingTime;
import org.civitas.platform.access.CurrentUser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many cases wait for what, within somebody's scope. */
@Repository
public class CaseCounts {

    /** 待办数 — {@code own…}: where it is the asker's unit's turn. */
    public record Standing(
            long toAccept,
            long toDispatch,
            long toVerify,
            long annulProposed,
            long ownTurn,
            long ownOverdue,
            @Nullable Instant ownFirstDue,
            long newSinceYesterday,
            long closedSinceYesterday) {}

    /** Each count by an index of its own: one pass over all of them would read every case. */
    private static final String STANDING = """
            select (select count(*) from case_file c where c.state = 'REPORTED' and SCOPE) as to_accept,
                (select count(*) from case_file c where c.state = 'ACCEPTED' and SCOPE) as to_dispatch,
                (select count(*) from case_file c where c.state = 'SUBMITTED' and SCOPE) as to_verify,
                (select count(*) from case_file c where c.annul_proposed and SCOPE) as annul_proposed,
                own.turn as own_turn, own.overdue as own_overdue, own.first_due as own_first_due,
                (select count(*) from case_file c where c.reported_at >= :yesterday
                    and c.state not in ('DISMISSED', 'ANNULLED') and SCOPE) as new_since,
                (select count(*) from case_file c where c.closed_at >= :yesterday
                    and c.state = 'CLOSED' and SCOPE) as closed_since
            from (select count(*) as turn, count(*) filter (where c.deadline_at < :now) as overdue,
                    min(c.deadline_at) as first_due
                from case_file c where c.holder_unit_id = :own and c.state in ('DISPATCHED', 'HANDLING') and SCOPE) as own
            """;

    private static final UUID NO_UNIT = new UUID(0, 0);

    private final JdbcClient jdbc;

    CaseCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Standing of(CurrentUser user, Instant now) {
        CaseScope scope = CaseScope.of(user);
        Instant yesterday = LocalDate.ofInstant(now, WorkingTime.ZONE)
                .minusDays(1)
                .atStartOfDay(WorkingTime.ZONE)
                .toInstant();
        return jdbc.sql(STANDING.replace("SCOPE", scope.condition()))
                .params(scope.params())
                .param("own", user.unitId() == null ? NO_UNIT : user.unitId())
                .param("now", column(now))
                .param("yesterday", column(yesterday))
                .query((row, n) -> new Standing(
                        row.getLong("to_accept"),
                        row.getLong("to_dispatch"),
                        row.getLong("to_verify"),
                        row.getLong("annul_proposed"),
                        row.getLong("own_turn"),
                        row.getLong("own_overdue"),
                        Moments.find(row, "own_first_due"),
                        row.getLong("new_since"),
                        row.getLong("closed_since")))
                .single();
    }
}
