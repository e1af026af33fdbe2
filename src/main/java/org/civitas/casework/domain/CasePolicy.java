package org.civitas.casework.domain;

import org.civitas.calendar.TimeLimit;
import org.jspecify.annotations.Nullable;

/**
 * 办理规则 — the numbers that a city sets.
 *
 * @param maxRefusals refusals of one cycle over all units; the dispatch after the last one is a ruling
 * @param reworkAllowance added to the limit by each rework; null: none
 * @param signLimit within which a dispatched case should be signed for
 */
public record CasePolicy(int maxRefusals, @Nullable TimeLimit reworkAllowance, TimeLimit signLimit) {

    public static final CasePolicy DEFAULT = new CasePolicy(2, null, TimeLimit.workingHours(4));
}
