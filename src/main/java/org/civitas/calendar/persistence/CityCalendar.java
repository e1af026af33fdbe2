package org.civitas.calendar.persistence;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.civitas.calendar.HolidayDecree;
import org.civitas.calendar.OfficeHours;
import org.civitas.calendar.WorkCalendars;
import org.civitas.calendar.WorkingTime;
import org.civitas.calendar.application.DecreeFile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bundled decrees, what the city loaded besides, and its office hours. */
@Repository
public class CityCalendar implements WorkCalendars {

    private static final List<HolidayDecree> BUNDLED = DecreeFile.bundled();
    private static final WorkingTime DEFAULT = WorkingTime.of(BUNDLED, OfficeHours.DEFAULT);

    private final JdbcClient jdbc;
    private final Clock clock;

    CityCalendar(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Nearly every page asks, nearly no city has a calendar of its own: one question finds that out. */
    @Override
    public WorkingTime current() {
        if (!jdbc.sql("select exists(select 1 from holiday_decree) or exists(select 1 from office_hours)")
                .query(Boolean.class)
                .single()) {
            return DEFAULT;
        }
        List<HolidayDecree> own = ownDecrees();
        OfficeHours hours = officeHours();
        if (own.isEmpty() && hours.equals(OfficeHours.DEFAULT)) {
            return DEFAULT;
        }
        List<HolidayDecree> all = new ArrayList<>(BUNDLED);
        for (HolidayDecree decree : own) {
            all.removeIf(bundled -> bundled.year() == decree.year());
            all.add(decree);
        }
        return WorkingTime.of(all, hours);
    }

    /** Bundled and own decrees, the city's own first where both have a year; by year. */
    public List<HolidayDecree> decrees() {
        List<HolidayDecree> all = new ArrayList<>(ownDecrees());
        BUNDLED.stream()
                .filter(bundled -> all.stream().noneMatch(own -> own.year() == bundled.year()))
                .forEach(all::add);
        all.sort(Comparator.comparingInt(HolidayDecree::year));
        return all;
    }

    public OfficeHours officeHours() {
        List<OfficeHours.Span> spans = jdbc.sql("select opens, closes from office_hours order by position")
                .query((row, n) -> new OfficeHours.Span(
                        row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)))
                .list();
        return spans.isEmpty() ? OfficeHours.DEFAULT : new OfficeHours(spans);
    }

    public void store(int year, String content) {
        jdbc.sql("""
                        insert into holiday_decree (year, content, loaded_at) values (:year, :content, :now)
                        on conflict (year) do update set content = excluded.content, loaded_at = excluded.loaded_at
                        """)
                .param("year", year)
                .param("content", content)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    public void store(OfficeHours hours) {
        jdbc.sql("delete from office_hours").update();
        int position = 0;
        for (OfficeHours.Span span : hours.spans()) {
            jdbc.sql("insert into office_hours (position, opens, closes) values (:position, :opens, :closes)")
                    .param("position", ++position)
                    .param("opens", span.opens())
                    .param("closes", span.closes())
                    .update();
        }
    }

    private List<HolidayDecree> ownDecrees() {
        return jdbc.sql("select content from holiday_decree order by year").query(String.class).list().stream()
                .map(DecreeFile::read)
                .toList();
    }
}
