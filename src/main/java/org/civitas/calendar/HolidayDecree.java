package org.civitas.calendar;

import java.time.LocalDate;
import java.util.List;
import org.civitas.shared.RuleViolation;

/**
 * 节假日安排 — what the yearly decree says about days that differ from the ordinary week.
 *
 * <p>A decree may also name days of the year before or after (2022-12-31 stands in the decree of 2023).
 *
 * @param papers addresses of the State Council's papers it was taken from
 */
public record HolidayDecree(int year, List<String> papers, List<Day> days) {

    public HolidayDecree {
        papers = List.copyOf(papers);
        days = List.copyOf(days);
        for (Day day : days) {
            if (Math.abs(day.date().getYear() - year) > 1) {
                throw new RuleViolation("calendar.decree.foreign-day", year + " 年的安排里出现了 " + day.date() + "，请核对文件。");
            }
        }
    }

    /** 特殊日 — {@code off}: a day off; otherwise a make-up working day (调休上班). */
    public record Day(LocalDate date, String name, boolean off) {}
}
