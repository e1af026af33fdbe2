package org.civitas.identity.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * 登录规定 — what a city has settled about passwords and sessions.
 *
 * @param passwordDays a password must be changed after so many days; 0 for never, the default
 * @param idleMinutes a session that is not used for so long ends
 * @param lifeHours a session ends after so long in any case
 */
public record SignInRules(int passwordDays, int idleMinutes, int lifeHours) {

    /** No forced change of passwords; three days idle, fourteen days in all: no forced log-in during a working week. */
    public static final SignInRules USUAL = new SignInRules(0, 3 * 24 * 60, 14 * 24);

    public Duration idle() {
        return Duration.ofMinutes(idleMinutes);
    }

    public Duration life() {
        return Duration.ofHours(lifeHours);
    }

    public boolean tooOld(Instant passwordSetAt, Instant now) {
        return passwordDays > 0
                && !passwordSetAt.plus(Duration.ofDays(passwordDays)).isAfter(now);
    }

    /** Is it time to put off the idle end? Only when a quarter of it has passed, so that single uses leave no mark. */
    public boolean putOff(Instant idleUntil, Instant now) {
        return Duration.between(now, idleUntil).compareTo(idle().multipliedBy(3).dividedBy(4)) < 0;
    }
}
