package org.civitas.insight.application;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 标准清单行 — a requirement or a check item that a unit answers for.
 *
 * @param kind REQUIREMENT, SITE_TYPE or CHECK_ITEM
 * @param leads whether the unit leads; otherwise it helps
 * @param evidence what proves it, or how it is looked at
 * @param own named for the very thing, not only through its type of site or its requirement
 */
public record StandardLine(
        UUID editionId,
        String edition,
        String kind,
        String kindWord,
        String code,
        String name,
        String group,
        String method,
        @Nullable BigDecimal full,
        boolean leads,
        @Nullable String lead,
        List<String> cos,
        String evidence,
        boolean own,
        @Nullable LocalDate since) {

    /** 牵头 or 配合. */
    public String role() {
        return leads ? "牵头" : "配合";
    }
}
