package org.civitas.platform.watch;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.city.Cities;
import org.civitas.platform.city.CurrentCity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gauges that cost statements: read at most every ten seconds, when somebody scrapes.
 *
 * <p>Labels are codes of cities, names of jobs and feeds; nothing of a person.
 */
@Component
class SystemGauges {

    private static final Logger LOG = LoggerFactory.getLogger(SystemGauges.class);
    private static final long AGE_NANOS = 10_000_000_000L;

    private final SystemFigures figures;
    private final Cities cities;
    private final MultiGauge unsealed;
    private final MultiGauge feedWaiting;
    private final MultiGauge feedOldest;
    private final MultiGauge jobLate;
    private final MultiGauge jobFailures;
    private long readAt = System.nanoTime() - AGE_NANOS;

    SystemGauges(SystemFigures figures, Cities cities, MeterRegistry registry) {
        this.figures = figures;
        this.cities = cities;
        this.unsealed = gauge(registry, "civitas.audit.unsealed", "audit lines that are not yet in the chain");
        this.feedWaiting = gauge(registry, "civitas.feed.waiting", "facts that a feed has not handed on");
        this.feedOldest =
                gauge(registry, "civitas.feed.oldest.seconds", "how long the first fact has waited for a feed");
        this.jobLate = gauge(registry, "civitas.job.late.seconds", "how long a job is overdue");
        this.jobFailures = gauge(registry, "civitas.job.failures", "failures of a job in a row");
        registry.gauge("civitas.store.free.bytes", figures, each -> each.disk().free());
        registry.gauge("civitas.store.total.bytes", figures, each -> each.disk().total());
    }

    private static MultiGauge gauge(MeterRegistry registry, String name, String words) {
        return MultiGauge.builder(name).description(words).register(registry);
    }

    /** Called before each scrape. */
    synchronized void renew() {
        if (System.nanoTime() - readAt < AGE_NANOS) {
            return;
        }
        readAt = System.nanoTime();
        List<MultiGauge.Row<?>> rest = new ArrayList<>();
        List<MultiGauge.Row<?>> waiting = new ArrayList<>();
        List<MultiGauge.Row<?>> oldest = new ArrayList<>();
        for (Cities.City city : cities.all()) {
            CurrentCity.run(city.code(), () -> read(city.code().value(), rest, waiting, oldest));
        }
        unsealed.register(rest, true);
        feedWaiting.register(waiting, true);
        feedOldest.register(oldest, true);
        List<MultiGauge.Row<?>> late = new ArrayList<>();
        List<MultiGauge.Row<?>> failures = new ArrayList<>();
        for (SystemFigures.JobView job : figures.jobs()) {
            late.add(MultiGauge.Row.of(Tags.of("job", job.name()), job.lateSeconds()));
            failures.add(MultiGauge.Row.of(Tags.of("job", job.name()), job.failures()));
        }
        jobLate.register(late, true);
        jobFailures.register(failures, true);
    }

    private void read(
            String city,
            List<MultiGauge.Row<?>> rest,
            List<MultiGauge.Row<?>> waiting,
            List<MultiGauge.Row<?>> oldest) {
        try {
            rest.add(MultiGauge.Row.of(Tags.of("city", city), figures.unsealed()));
            for (SystemFigures.FeedView feed : figures.feeds()) {
                Tags tags = Tags.of("city", city, "feed", feed.name());
                waiting.add(MultiGauge.Row.of(tags, feed.waiting()));
                oldest.add(MultiGauge.Row.of(tags, feed.oldestSeconds()));
            }
        } catch (RuntimeException e) {
            LOG.warn("figures of city {}: {}", city, e.getClass().getSimpleName());
        }
    }
}
