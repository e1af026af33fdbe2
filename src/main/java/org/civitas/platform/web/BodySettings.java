package org.civitas.platform.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * 收取内容的时限 — how slowly the body of a request may come in; slower ones are answered with 408.
 *
 * @param grace what every body may take
 * @param bytesPerSecond what it must reach beyond that: 8 KB/s lets a picture of 1 MB through in two minutes
 * @param most what no body may take
 * @param mostUnread bytes of a refused body that are still taken, so that the client reads the refusal
 */
@ConfigurationProperties("civitas.body")
record BodySettings(
        @DefaultValue("20s") Duration grace,
        @DefaultValue("8192") long bytesPerSecond,
        @DefaultValue("10m") Duration most,
        @DefaultValue("4194304") long mostUnread) {

    /** How long a body may have taken of which {@code bytes} are there. */
    Duration allowed(long bytes) {
        Duration allowed = grace.plusMillis(bytes * 1_000 / bytesPerSecond);
        return allowed.compareTo(most) < 0 ? allowed : most;
    }
}
