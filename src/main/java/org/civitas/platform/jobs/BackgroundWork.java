package org.civitas.platform.jobs;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.Ids;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
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
    private final ObjectProvider<Work> kinds;

    BackgroundWork(
            @Lazy SchedulerClient scheduler,
            JdbcTemplate jdbc,
            Clock clock,
            JsonMapper json,
            AuditTrail audit,
            ObjectProvider<Work> kinds) {
        this.audit = audit;
        this.kinds = kinds;
        this.scheduler = scheduler;
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Asks a work to stop: one that waits is stopped at once, one that runs at its next word about its progress.
     *
     * @throws NotFound when it is not the asker's own
     * @throws Conflict when it has ended or can not be stopped
     */
    @Transactional
    public void cancel(UUID id, UUID account) {
        List<Boolean> mine = jdbc.queryForList(
                "select cancellable and state in ('WAITING', 'RUNNING') from work where id = ? and account_id = ? for update",
                Boolean.class,
                id,
                account);
        if (mine.isEmpty()) {
            throw new NotFound("后台工作");
        }
        if (!mine.getFirst()) {
            throw new Conflict("work.not-cancellable", "这项工作已经结束，或不能取消。");
        }
        jdbc.update("""
                update work set cancel_asked = true,
                    message = case state when 'WAITING' then '已取消，没有写入任何内容。' else '正在取消……' end,
                    ended_at = case state when 'WAITING' then ?::timestamptz end,
                    state = case state when 'WAITING' then 'CANCELLED' else state end
                where id = ?
                """, Timestamp.from(clock.instant()), id);
        audit.record("work.cancel", "work", id, Map.of());
    }

    /** Starts the work of {@code kind} once the surrounding transaction is committed; answers the work's id. */
    @Transactional
    public UUID start(String kind, String title, Object data) {
        UUID id = Ids.next();
        jdbc.update(
                """
                insert into work (id, kind, title, state, account_id, account_name, data, created_at, cancellable)
                values (?, ?, ?, 'WAITING', ?, ?, ?::jsonb, ?, ?)
                """,
                id,
                kind,
                title,
                AuditTrail.actorId(),
                AuditTrail.actorName(),
                json.writeValueAsString(data),
                Timestamp.from(clock.instant()),
                kinds.stream().anyMatch(each -> each.kind().equals(kind) && each.cancellable()));
        audit.record("work.start", "work", id, Map.of("kind", kind));
        schedule(id);
        return id;
    }

    private void schedule(UUID id) {
        String city = CurrentCity.required().value();
        scheduler.scheduleIfNotExists(TASK.instance(id.toString())
                .data(new WorkData(city, id, MDC.get("trace")))
                .scheduledTo(clock.instant()));
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
