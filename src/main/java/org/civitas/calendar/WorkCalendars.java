package org.civitas.calendar;

/** 工作日历 — the calendar of the present city. */
public interface WorkCalendars {

    /** Working time by the decrees and office hours that hold in the present city now. */
    WorkingTime current();
}
