package org.civitas.platform.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.civitas.platform.city.Cities;
import org.civitas.platform.database.DatabaseSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(JobsConfiguration.class);
    private static final Duration RETRY = Duration.ofSeconds(3);
    private static final Duration SWEEP = Duration.ofSeconds(30);

    @Bean
    Task<WorkData> civitasWork(WorkRunner runner, JdbcTemplate jdbc, DatabaseSettings settings) {
        if (!settings.external()) {
            giveBack(jdbc);
        }
        return Tasks.oneTime(BackgroundWork.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
                .execute((instance, context) -> runner.run(instance.getData()));
    }

    @Bean
    Task<Void> civitasWorkSweep(Cities cities, BackgroundWork works) {
        return Tasks.recurring("civitas-work-sweep", FixedDelay.of(SWEEP))
                .execute((instance, context) -> cities.each(city -> works.scheduleForgotten()));
    }

    /**
     * What a killed program had picked: with the embedded database nobody else can be at work on it, so it goes on at
     * once instead of after the missed heartbeats. Runs before the scheduler, which collects the tasks first.
     */
    private static void giveBack(JdbcTemplate jdbc) {
        int freed = jdbc.update(
                "update platform.scheduled_tasks set picked = false, picked_by = null, last_heartbeat = null where picked");
        if (freed > 0) {
            LOG.info("{} 项后台任务在上次中断处继续", freed);
        }
    }
}
