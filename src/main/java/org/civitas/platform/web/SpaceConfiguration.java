package org.civitas.platform.web;

import org.civitas.platform.space.SpaceWatch;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SpaceConfiguration {

    /** Behind the trace number and before everything that reads or writes anything. */
    @Bean
    FilterRegistrationBean<NoRoomFilter> noRoomFilter(SpaceWatch watch) {
        var registration = new FilterRegistrationBean<>(new NoRoomFilter(watch::isLow));
        registration.setOrder(Integer.MIN_VALUE + 10);
        return registration;
    }
}
