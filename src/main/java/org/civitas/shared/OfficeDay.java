package org.civitas.shared;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** 办公日 — which day it is in the offices of the country, whatever zone a machine is set to. */
public final class OfficeDay {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private OfficeDay() {}

    public static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), CHINA);
    }
}
