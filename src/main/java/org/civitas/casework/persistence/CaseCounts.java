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
        return jdbc.sql("""
                        select count(*) filter (where c.state = 'REPORTED') as to_accept,
                            count(*) filter (where c.state = 'ACCEPTED') as to_dispatch,
                            count(*) filter (where c.state = 'SUBMITTED') as to_verify,
                            count(*) filter (where c.annul_proposed) as annul_proposed,
                            count(*) filter (where c.holder_unit_id = :own and c.state in ('DISPATCHED', 'HANDLING')) as own_turn,
                            count(*) filter (where c.holder_unit_id = :own and c.state in ('DISPATCHED', 'HANDLING')
                                and c.deadline_at < :now) as own_overdue,
                            min(c.deadline_at) filter (where c.holder_unit_id = :own
                                and c.state in ('DISPATCHED', 'HANDLING')) as own_first_due,
                            count(*) filter (where c.reported_at >= :yesterday
                                and c.state not in ('DISMISSED', 'ANNULLED')) as new_since,
                            count(*) filter (where c.state = 'CLOSED' and c.closed_at >= :yesterday) as closed_since
                        from case_file c
                        where (c.state not in ('CLOSED', 'DISMISSED', 'ANNULLED') or c.reported_at >= :yesterday
                            or c.closed_at >= :yesterday or c.annul_proposed) and\s""" + scope.condition())
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
