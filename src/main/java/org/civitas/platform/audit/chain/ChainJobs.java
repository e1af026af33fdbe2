package org.civitas.platform.audit.chain;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CurrentCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The sealer and the writer of heads. The scheduler lets one node run them at a time.
 *
 * <p>One job goes round the cities, a batch each, until none has more: a job for each city would cost several writes a
 * second and city to say that there is nothing to do, and a city with much to seal does not hold up the others.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AuditSettings.class)
class ChainJobs {

    private static final Logger LOG = LoggerFactory.getLogger(ChainJobs.class);

    @Bean
    Task<Void> auditSealTask(Cities cities, SealLines sealing, AuditSettings settings) {
        return Tasks.recurring("audit-seal", FixedDelay.of(settings.auditSealEvery()))
                .execute((instance, context) -> round(cities, sealing));
    }

    @Bean
    Task<Void> auditHeadTask(ChainHeads heads) {
        return Tasks.recurring("audit-heads", Schedules.daily(ZoneId.of("Asia/Shanghai"), LocalTime.of(0, 30)))
                .execute((instance, context) -> heads.writeAll("daily"));
    }

    private static void round(Cities cities, SealLines sealing) {
        List<Cities.City> waiting = new ArrayList<>(cities.all());
        while (!waiting.isEmpty()) {
            waiting.removeIf(city -> !more(city, sealing));
        }
    }

    private static boolean more(Cities.City city, SealLines sealing) {
        try {
            return CurrentCity.call(city.code(), sealing::some);
        } catch (RuntimeException e) {
            LOG.error("audit chain of city {}", city.code(), e);
            return false;
        }
    }
}
