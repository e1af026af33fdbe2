package org.civitas.calendar;

import org.civitas.shared.RuleViolation;

/** 时限 — how long something may take: 1 to 9,999 hours or days of one kind. */
public record TimeLimit(int amount, LimitUnit unit) {

    public TimeLimit {
        if (amount < 1 || amount > 9_999) {
            throw new RuleViolation("calendar.limit.out-of-range", "时限应在 1 到 9999 之间，现在是 " + amount + "。");
        }
    }

    public static TimeLimit naturalHours(int amount) {
        return new TimeLimit(amount, LimitUnit.NATURAL_HOURS);
    }

    public static TimeLimit workingHours(int amount) {
        return new TimeLimit(amount, LimitUnit.WORKING_HOURS);
    }

    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, LimitUnit.WORKING_DAYS);
    }

    /** As people write it: {@code 3个工作日}. */
    public String words() {
        return amount + unit.word();
    }
}
