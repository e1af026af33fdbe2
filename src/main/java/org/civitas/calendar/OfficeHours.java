package org.civitas.calendar;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.civitas.shared.RuleViolation;

/** 办公时间 — the spans of a working day in which the offices are open, in order and apart. */
public record OfficeHours(List<Span> spans) {

    /** 09:00–12:00 and 13:30–17:30: seven hours. */
    public static final OfficeHours DEFAULT = new OfficeHours(List.of(
            new Span(LocalTime.of(9, 0), LocalTime.of(12, 0)), new Span(LocalTime.of(13, 30), LocalTime.of(17, 30))));

    public OfficeHours {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new RuleViolation("calendar.hours.empty", "办公时间至少要有一段。");
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).opens().isBefore(spans.get(i - 1).closes())) {
                throw new RuleViolation("calendar.hours.overlap", "第 " + (i + 1) + " 段办公时间应在第 " + i + " 段结束之后开始。");
            }
        }
    }

    /** How long a whole working day is. */
    public Duration perDay() {
        return spans.stream().map(Span::length).reduce(Duration.ZERO, Duration::plus);
    }

    LocalTime lastClosing() {
        return spans.getLast().closes();
    }

    /** 时间段 — from opening (included) to closing. */
    public record Span(LocalTime opens, LocalTime closes) {

        public Span {
            if (!opens.isBefore(closes)) {
                throw new RuleViolation("calendar.hours.reversed", "办公时间的开始 " + opens + " 应早于结束 " + closes + "。");
            }
        }

        Duration length() {
            return Duration.between(opens, closes);
        }
    }
}
