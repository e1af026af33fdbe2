package org.civitas.inspection.domain;

import java.util.UUID;
import org.civitas.shared.RuleViolation;

/** 排除点位 — a site kept out of one draw, with the reason for the record. */
public record Exclusion(UUID siteId, String reason) {

    public Exclusion {
        if (reason.isBlank() || reason.length() > 200) {
            throw new RuleViolation("inspection.draw.exclusion-reason", "排除一个点位须写明理由（200 字以内）。");
        }
    }
}
