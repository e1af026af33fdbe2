package org.civitas.territory;

import java.time.LocalDate;
import java.util.UUID;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 责任 — a unit, or a person of a unit, answers for a target from a day on.
 *
 * @param personName a name in words for those duties that a person holds, else null
 * @param accountId the person's account when there is one
 * @param lastDay the last day it holds, null while it is open
 */
public record Duty(
        UUID id,
        DutyKind kind,
        DutyTarget target,
        UUID unitId,
        @Nullable String personName,
        @Nullable String personTitle,
        @Nullable UUID accountId,
        LocalDate firstDay,
        @Nullable LocalDate lastDay) {

    public Duty {
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new RuleViolation("duty.period.reversed", "责任的结束日期 " + lastDay + " 早于开始日期 " + firstDay + "。");
        }
        if (kind.line() == DutyLine.PERSON && kind != DutyKind.UNIT_LIAISON && personName == null) {
            throw new RuleViolation("duty.person.missing", kind.label() + "要写明姓名。");
        }
    }

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }
}
