package org.civitas.platform.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    @Bean
    Task<WorkData> civitasWork(WorkRunner runner) {
        return Tasks.oneTime(BackgroundWork.TASK).execute((instance, context) -> runner.run(instance.getData()));
    }
}
