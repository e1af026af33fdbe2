package org.civitas.platform.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    private static final Duration AGAIN = Duration.ofSeconds(20);

    @Bean
    Task<WorkData> civitasWork(WorkRunner runner) {
        return Tasks.oneTime(BackgroundWork.TASK)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AGAIN))
                .execute((instance, context) -> runner.run(instance.getData()));
    }
}
