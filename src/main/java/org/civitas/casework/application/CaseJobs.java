package org.civitas.casework.application;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CurrentCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What goes on by itself, in every city in turn; a fault in one city does not hold up the others. */
@Configuration(proxyBeanMethods = false)
class CaseJobs {

    private static final Logger LOG = LoggerFactory.getLogger(CaseJobs.class);

    @Bean
    Task<Void> takeFindingsTask(Cities cities, TakeFindings findings) {
        return Tasks.recurring("casework-findings", FixedDelay.of(Duration.ofSeconds(1)))
                .execute((instance, context) -> each(cities, () -> {
                    boolean more = findings.takeSome();
                    while (more) {
                        more = findings.takeSome();
                    }
                }));
    }

    @Bean
    Task<Void> renewDeadlinesTask(Cities cities, RenewDeadlines deadlines) {
        return Tasks.recurring("casework-deadlines", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> each(cities, deadlines::renew));
    }

    private static void each(Cities cities, Runnable work) {
        for (Cities.City city : cities.all()) {
            try {
                CurrentCity.run(city.code(), work);
            } catch (RuntimeException e) {
                LOG.error("city {}", city.code(), e);
            }
        }
    }
}
