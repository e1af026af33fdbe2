package org.civitas.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.HeartbeatConfig;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;

/** What background work logs is found by the number of the request that started it, or by one of its own run. */
@CityTest
class RunTraceTest {

    @Autowired
    BackgroundWork works;

    private final RunTrace runs = new RunTrace();

    @AfterEach
    void clear() {
        MDC.remove("trace");
    }

    @Test
    void a_work_logs_under_the_trace_of_the_request_that_started_it() {
        Queue<ILoggingEvent> lines = new ConcurrentLinkedQueue<>();
        var appender = new AppenderBase<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent line) {
                line.getMDCPropertyMap();
                lines.add(line);
            }
        };
        Logger logger = (Logger) LoggerFactory.getLogger(WorkRunner.class);
        appender.start();
        logger.addAppender(appender);
        try {
            MDC.put("trace", "of-the-request");
            UUID[] work = new UUID[1];
            TestUsers.acting(TestUsers.office(), () -> work[0] = works.start("no.such.kind", "没有这种工作", Map.of()));
            String said = work[0].toString();
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (lines.stream().noneMatch(line -> line.getFormattedMessage().contains(said))) {
                assertThat(System.nanoTime())
                        .as("waited a minute for the work to fail")
                        .isLessThan(deadline);
                LockSupport.parkNanos(50_000_000L);
            }
            assertThat(lines)
                    .filteredOn(line -> line.getFormattedMessage().contains(said))
                    .allSatisfy(line -> assertThat(line.getMDCPropertyMap()).containsEntry("trace", "of-the-request"));
        } finally {
            logger.detachAppender(appender);
        }
    }

    @Test
    void a_run_that_nobody_asked_for_has_a_trace_of_its_own_and_leaves_none_behind() {
        String first = during(null);
        String second = during(null);
        assertThat(first).hasSize(13).isNotEqualTo(second);
        assertThat(MDC.get("trace")).isNull();
    }

    @Test
    void what_an_older_program_scheduled_has_no_trace_and_gets_one() {
        assertThat(during(new WorkData("9901", UUID.randomUUID(), null))).hasSize(13);
        assertThat(during(new WorkData("9901", UUID.randomUUID(), "t-1"))).isEqualTo("t-1");
    }

    private @Nullable String during(@Nullable WorkData data) {
        Instant now = Instant.now();
        var execution = new Execution(now, new TaskInstance<>("some-task", "some-run", data));
        runs.onExecutionStart(new CurrentlyExecuting(
                execution, Instant::now, new HeartbeatConfig(Duration.ofSeconds(5), 4, Duration.ofSeconds(20))));
        String trace = MDC.get("trace");
        runs.onExecutionComplete(ExecutionComplete.success(execution, now, now));
        return trace;
    }
}
