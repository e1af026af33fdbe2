package org.civitas.identity.domain;

import java.time.Duration;

/** 登录延迟 — how long a log-in must wait after failures in a row: the first four cost nothing, then a minute, doubling to an hour. */
public final class SignInDelay {

    /** Failures in a row that cost nothing. */
    public static final int FREE = 4;

    /** Failures are forgotten when the last one is older than this. */
    public static final Duration REMEMBERED = Duration.ofDays(1);

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    private SignInDelay() {}

    /** @param failures failures in a row, this one included; at least 1 */
    public static Duration after(int failures) {
        if (failures <= FREE) {
            return Duration.ZERO;
        }
        Duration grown = FIRST.multipliedBy(1L << Math.min(failures - FREE - 1, 10));
        return grown.compareTo(LONGEST) > 0 ? LONGEST : grown;
    }
}
