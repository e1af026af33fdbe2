package org.civitas.platform.web;

import org.civitas.platform.access.SessionAccounts;
import org.civitas.platform.limits.LimitFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The chain in front of every request: session, CSRF, headers. Who may do what stands at each endpoint. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /**
     * Style attributes stay allowed because the charts write their hints with them; style elements are refused. Browsers
     * that do not know the two finer words fall back to {@code style-src}.
     */
    private static final String CONTENT_POLICY =
            "default-src 'self'; script-src 'self'; script-src-attr 'none'; style-src 'self' 'unsafe-inline'; "
                    + "style-src-elem 'self'; style-src-attr 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
                    + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final String FEATURES = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=(), "
            + "serial=(), bluetooth=(), midi=(), hid=(), display-capture=(), browsing-topics=()";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SessionAccounts accounts, LimitFilter limits) throws Exception {
        // sessions are ours: Spring's own session management would draw a new CSRF token in every single request
        return http.sessionManagement(s -> s.disable())
                .securityContext(c -> c.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .csrf(csrf -> csrf.spa().csrfTokenRepository(csrfCookie()))
                .formLogin(form -> form.disable())
                .httpBasic(basic -> basic.disable())
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .exceptionHandling(faults -> faults.accessDeniedHandler(ProblemResponses::denied))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(p -> p.policy(FEATURES))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.deny()))
                .addFilterBefore(new SessionFilter(accounts), AnonymousAuthenticationFilter.class)
                .addFilterBefore(limits, AnonymousAuthenticationFilter.class)
                .addFilterBefore(new CityFilter(), AnonymousAuthenticationFilter.class)
                .build();
    }

    /** Requests are observed as a whole; an observation of each filter of the chain costs more than the filters. */
    @Bean
    SecurityObservationSettings withoutObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** The pages read it to send it back; it is worth nothing without the session. */
    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository repository = CookieCsrfTokenRepository.withHttpOnlyFalse();
        repository.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return repository;
    }

    /** First of all filters, so that even a refused request has its number. */
    @Bean
    FilterRegistrationBean<TraceFilter> traceFilter() {
        var registration = new FilterRegistrationBean<>(new TraceFilter());
        registration.setOrder(Integer.MIN_VALUE);
        return registration;
    }
}
