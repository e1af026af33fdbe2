package org.civitas.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import org.civitas.calendar.application.DecreeFile;

/** Words for tests about working time. */
public final class CalendarFixture {

    private CalendarFixture() {}

    /** The decrees of 2020–2026 and the default office hours. */
    public static WorkingTime calendar() {
        return WorkingTime.of(DecreeFile.bundled(), OfficeHours.DEFAULT);
    }

    /** Local time in Shanghai, as {@code at("2026-11-20T14:05")}. */
    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WorkingTime.ZONE).toInstant();
    }
}
