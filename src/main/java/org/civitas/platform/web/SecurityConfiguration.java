package org.civitas.platform.web;

import org.civitas.platform.access.SessionAccounts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chain in front of every request: session, CSRF, headers. Who may do what stands at each endpoint. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SessionAccounts accounts) throws Exception {
        // sessions are ours: Spring's own session management would draw a new CSRF token in every single request
        return http.sessionManagement(s -> s.disable())
                .securityContext(c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .csrf(csrf -> csrf.spa())
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(faults -> faults.accessDeniedHandler(ProblemResponses::denied))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p -> p.policy("camera=(self), geolocation=(self), microphone=()"))
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(new SessionFilter(accounts), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new CityFilter(), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Requests are observed as a whole; an observation of each filter of the chain costs more than the filters. */
    @Bean
    SecurityObservationSettings withoutObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** First of all filters, so that even a refused request has its number. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Integer.MIN_VALUE);
        return registration;
    }
}
