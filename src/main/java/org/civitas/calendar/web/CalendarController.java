package org.civitas.calendar.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.civitas.calendar.HolidayDecree;
import org.civitas.calendar.OfficeHours;
import org.civitas.calendar.WorkingTime;
import org.civitas.calendar.application.ChangeCalendar;
import org.civitas.calendar.persistence.CityCalendar;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "calendar")
class CalendarController {

    /** Next year's decree is usually announced in November. */
    private static final int WARN_FROM_MONTH = 11;

    record DayView(LocalDate date, String name, boolean off) {}

    record DecreeView(int year, List<String> papers, List<DayView> days) {}

    record SpanView(LocalTime opens, LocalTime closes) {}

    record OfficeHoursInput(List<SpanView> spans) {}

    record DecreeInput(String content) {}

    /** @param warning what the administrator should do, or null */
    record CalendarView(
            List<DecreeView> decrees,
            List<SpanView> officeHours,
            @Nullable String warning) {}

    private final CityCalendar calendar;
    private final ChangeCalendar change;
    private final Clock clock;

    CalendarController(CityCalendar calendar, ChangeCalendar change, Clock clock) {
        this.calendar = calendar;
        this.change = change;
        this.clock = clock;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "工作日历：各年节假日安排和办公时间")
    @GetMapping("/api/calendars")
    CalendarView show() {
        List<DecreeView> decrees = calendar.decrees().stream()
                .sorted(Comparator.comparingInt(HolidayDecree::year).reversed())
                .map(CalendarController::view)
                .toList();
        List<SpanView> hours = calendar.officeHours().spans().stream()
                .map(span -> new SpanView(span.opens(), span.closes()))
                .toList();
        return new CalendarView(decrees, hours, warning());
    }

    @Allow(Permission.SETTING_MANAGE)
    @Operation(summary = "载入一年的节假日安排文件")
    @PostMapping("/api/calendars")
    DecreeView load(@RequestBody DecreeInput input) {
        return view(change.load(input.content()));
    }

    @Allow(Permission.SETTING_MANAGE)
    @Operation(summary = "设置办公时间")
    @PutMapping("/api/office-hours")
    CalendarView setHours(@RequestBody OfficeHoursInput input) {
        change.setHours(new OfficeHours(input.spans().stream()
                .map(span -> new OfficeHours.Span(span.opens(), span.closes()))
                .toList()));
        return show();
    }

    private @Nullable String warning() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkingTime.ZONE);
        int asked = today.getMonthValue() >= WARN_FROM_MONTH ? today.getYear() + 1 : today.getYear();
        return calendar.current().isKnown(asked) ? null : asked + " 年节假日安排还没有载入，落在该年的期限是暂定的；国务院办公厅公布后请在这里载入。";
    }

    private static DecreeView view(HolidayDecree decree) {
        return new DecreeView(
                decree.year(),
                decree.papers(),
                decree.days().stream()
                        .map(day -> new DayView(day.date(), day.name(), day.off()))
                        .toList());
    }
}
