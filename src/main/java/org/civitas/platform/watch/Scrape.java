package org.civitas.platform.watch;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.stereotype.Component;

/** The figures as Prometheus reads them. */
@Component
class Scrape {

    private final PrometheusMeterRegistry registry;
    private final SystemGauges gauges;

    Scrape(PrometheusMeterRegistry registry, SystemGauges gauges) {
        this.registry = registry;
        this.gauges = gauges;
    }

    String text() {
        gauges.renew();
        return registry.scrape();
    }
}
