package org.civitas.calendar.application;

import java.util.Map;
import org.civitas.calendar.HolidayDecree;
import org.civitas.calendar.OfficeHours;
import org.civitas.calendar.persistence.CityCalendar;
import org.civitas.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Loads the holiday decree of a year and sets the office hours of the city. */
@Service
public class ChangeCalendar {

    private final CityCalendar calendar;
    private final AuditTrail audit;

    ChangeCalendar(CityCalendar calendar, AuditTrail audit) {
        this.calendar = calendar;
        this.audit = audit;
    }

    @Transactional
    public HolidayDecree load(String content) {
        HolidayDecree decree = DecreeFile.read(content);
        calendar.store(decree.year(), content);
        audit.record(
                "calendar.decree",
                "holiday-decree",
                decree.year(),
                Map.of("days", decree.days().size()));
        return decree;
    }

    @Transactional
    public void setHours(OfficeHours hours) {
        calendar.store(hours);
        audit.record(
                "calendar.hours",
                "office-hours",
                "city",
                Map.of("spans", hours.spans().toString()));
    }
}
