package org.civitas.platform.jobs;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.database.DatabaseFaults;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one work in its city and writes how it went. */
@Component
class WorkRunner {

    private static final Logger LOG = LoggerFactory.getLogger(WorkRunner.class);

    private record Row(String kind, String data, int run) {}

    private final ObjectProvider<Work> kinds;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final TransactionTemplate beside;
    private final WorkLock lock;

    WorkRunner(
            ObjectProvider<Work> kinds,
            JdbcTemplate jdbc,
            Clock clock,
            WorkLock lock,
            PlatformTransactionManager transactions) {
        this.lock = lock;
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.clock = clock;
        this.beside = new TransactionTemplate(transactions);
        beside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    void run(WorkData data) {
        CurrentCity.run(new CityCode(data.city()), () -> lock.alone(data.work(), () -> inCity(data.work())));
    }

    private void inCity(UUID id) {
        Map<String, Work> byKind = kinds.stream().collect(Collectors.toMap(Work::kind, Function.identity()));
        Row row = jdbc.query("""
                        update work set state = 'RUNNING', run = run + 1 where id = ? and state in ('WAITING', 'RUNNING')
                        returning kind, data::text, run
                        """, (r, n) -> new Row(r.getString(1), r.getString(2), r.getInt(3)), id).stream()
                .findFirst()
                .orElse(null);
        if (row == null) {
            return;
        }
        try {
            Work work = Objects.requireNonNull(byKind.get(row.kind()), "no work of kind " + row.kind());
            Work.Outcome outcome = work.run(row.data(), new WrittenProgress(jdbc, beside, clock, id, row.run()));
            end(id, row, "DONE", outcome.message(), outcome.resultUrl());
        } catch (Work.TakenOver e) {
            LOG.warn("后台任务 {} 已由另一个节点接手，本节点不再继续", id);
        } catch (Work.Cancelled e) {
            end(id, row, "CANCELLED", "已取消，没有写入任何内容。", null);
        } catch (RuleViolation | BadInput | Conflict | NotFound e) {
            end(id, row, "FAILED", Objects.requireNonNullElse(e.getMessage(), ""), null);
        } catch (RuntimeException e) {
            if (DatabaseFaults.away(e) || DatabaseFaults.full(e)) {
                throw e; // the scheduler tries again; a work comes to the same end when it is run again
            }
            LOG.error("work {} {}", row.kind(), id, e);
            end(id, row, "FAILED", "系统出了问题，没有完成，数据没有改动。请稍后重试或联系管理员。", null);
        }
    }

    private void end(
            UUID id, Row begun, String state, String message, @org.jspecify.annotations.Nullable String resultUrl) {
        jdbc.update(
                "update work set state = ?, message = ?, result_url = ?, ended_at = ? where id = ? and run = ?",
                state,
                message,
                resultUrl,
                Timestamp.from(clock.instant()),
                id,
                begun.run());
    }
}
