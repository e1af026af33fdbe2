package org.civitas.platform.limits;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitSettings.class)
class LimitConfiguration {

    @Bean
    LimitFilter limitFilter(LimitSettings settings, LogInWindows logIns) {
        return new LimitFilter(settings, logIns);
    }

    /** It stands in the security chain, behind the session, and nowhere else. */
    @Bean
    FilterRegistrationBean<LimitFilter> limitFilterOnlyInTheChain(LimitFilter filter) {
        FilterRegistrationBean<LimitFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }
}
