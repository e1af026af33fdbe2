package org.civitas.shared;

import java.time.LocalDate;

/** 时段 — whole days from {@code first} to {@code last}, both included. */
public record Period(LocalDate first, LocalDate last) {

    public Period {
        if (last.isBefore(first)) {
            throw new RuleViolation("period.reversed", "结束日期 " + last + " 早于开始日期 " + first + "，请对调或改正。");
        }
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
