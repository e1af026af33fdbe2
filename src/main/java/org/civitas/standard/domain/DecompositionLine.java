package org.civitas.standard.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.AssignedUnits;
import org.civitas.standard.AssignedUnits.Ground;
import org.jspecify.annotations.Nullable;

/**
 * 分解记录 — units named for one thing from a day on, until a later record takes its place.
 *
 * @param number which naming of this thing it is, from 1; 0 while it is not recorded
 * @param lead null with no helpers: from this day on nobody is named for the thing itself
 */
public record DecompositionLine(
        AssignedKind kind,
        String code,
        int number,
        LocalDate firstDay,
        @Nullable UUID lead,
        List<UUID> cos) {

    public DecompositionLine {
        cos = List.copyOf(cos);
    }

    AssignedUnits units() {
        return new AssignedUnits(lead, cos, lead == null && cos.isEmpty() ? Ground.NOBODY : Ground.OWN, firstDay);
    }
}
