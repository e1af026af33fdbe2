package org.civitas.insight.application;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 责任清单行 — one duty of a unit, from the decomposition or from the register of duties.
 *
 * @param kind such as 测评要求, 点位类型, 主管部门, 点位长
 * @param role 牵头, 配合, 负责 or the person who holds it
 * @param firstDay null where it stands in the edition itself
 */
public record DutyRow(
        String kind,
        String target,
        String role,
        @Nullable String lead,
        List<String> cos,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        String source) {}
