package org.civitas.platform.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is watched.
 *
 * @param slowStatement statements that take longer are logged, without their values
 * @param metricsToken lets a scraper read {@code /api/metrics} with {@code Authorization: Bearer}; absent: only administrators
 */
@ConfigurationProperties("civitas")
record WatchSettings(
        @DefaultValue("500ms") Duration slowStatement,
        @Nullable String metricsToken) {}
