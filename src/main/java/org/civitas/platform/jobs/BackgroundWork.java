package org.civitas.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.civitas.shared.Ids;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Starts long work and lets it be found again: {@code GET /api/works/{id}} tells how far it is. */
@Component
public class BackgroundWork {

    static final TaskDescriptor<WorkData> TASK = TaskDescriptor.of("civitas-work", WorkData.class);

    private final SchedulerClient scheduler;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final JsonMapper json;
    private final AuditTrail audit;

    BackgroundWork(@Lazy SchedulerClient scheduler, JdbcTemplate jdbc, Clock clock, JsonMapper json, AuditTrail audit) {
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
        this.audit = audit;
    }

    /** Starts the work of {@code kind} once the surrounding transaction is committed; answers the work's id. */
    @Transactional
    public UUID start(String kind, String title, Object data) {
        UUID id = Ids.next();
        jdbc.update(
                """
                insert into work (id, kind, title, state, account_id, account_name, data, created_at)
                values (?, ?, ?, 'WAITING', ?, ?, ?::jsonb, ?)
                """,
                id,
                kind,
                title,
                AuditTrail.actorId(),
                AuditTrail.actorName(),
                json.writeValueAsString(data),
                Timestamp.from(clock.instant()));
        audit.record("work.start", "work", id, Map.of("kind", kind));
        schedule(id);
        return id;
    }

    private void schedule(UUID id) {
        String city = CurrentCity.required().value();
        scheduler.scheduleIfNotExists(
                TASK.instance(id.toString()).data(new WorkData(city, id)).scheduledTo(clock.instant()));
    }

    /** Works of the city that are not at their end but that the scheduler does not know, as after a restore. */
    void scheduleForgotten() {
        jdbc.queryForList("""
                        select id from work w where state in ('WAITING', 'RUNNING') and not exists (
                            select 1 from platform.scheduled_tasks t
                            where t.task_name = 'civitas-work' and t.task_instance = w.id::text)
                        """, UUID.class).forEach(this::schedule);
    }
}
