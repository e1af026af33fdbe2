package org.civitas.territory;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 责任查询 — who answers for what on which day; all of the city of the running request. */
public interface Duties {

    /** Who answers for a place on a day, by both lines. */
    Answerable answerableFor(DutySubject subject, LocalDate day);

    /** The same for many places with one reading of the register. */
    Map<DutySubject, Answerable> answerableForAll(Collection<DutySubject> subjects, LocalDate day);

    /** What a unit or a person (by account) answers for on a day. */
    List<Duty> heldBy(@Nullable UUID unitId, @Nullable UUID accountId, LocalDate day);

    /** Every duty of a unit (条 and 块, not those of persons) that holds on a day. */
    List<Duty> ofUnitsOn(LocalDate day);
}
