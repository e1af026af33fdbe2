package org.civitas.platform.jobs;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Gives each run of a background task a trace number, as each request has one: that of the request which asked for the work,
 * so that one number finds all of an errand, else a new one.
 *
 * <p>A listener and not an interceptor, because the scheduler logs a fault after the interceptors are through.
 */
@Component
class RunTrace extends AbstractSchedulerListener {

    private static final String TRACE = "trace";

    @Override
    public void onExecutionStart(CurrentlyExecuting run) {
        MDC.put(TRACE, of(run.getTaskInstance()));
    }

    @Override
    public void onExecutionComplete(ExecutionComplete run) {
        MDC.remove(TRACE);
    }

    private static String of(TaskInstance<?> task) {
        return task.getData() instanceof WorkData work && work.trace() != null
                ? work.trace()
                : UUID.randomUUID().toString().substring(0, 13);
    }
}
