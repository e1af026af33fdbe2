package org.civitas.platform.watch;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** One registry; requests are counted by the template of their address, never by the address itself. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

    @Bean
    PrometheusMeterRegistry prometheusMeterRegistry() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    /** Before the security chain: a scraper has a token instead of a session. */
    @Bean
    FilterRegistrationBean<MetricsTokenFilter> metricsTokenFilter(WatchSettings settings, Scrape scrape) {
        var registration = new FilterRegistrationBean<>(new MetricsTokenFilter(settings.metricsToken(), scrape));
        registration.addUrlPatterns(MetricsController.PATH);
        registration.setOrder(Integer.MIN_VALUE + 1);
        return registration;
    }
}
