package org.civitas.inspection.domain;

import org.civitas.shared.RuleViolation;

/** 抽样配额 — how many sites of one type are drawn in one area (the area and everything below it). */
public record QuotaCell(String siteType, String areaCode, int number) {

    public static final int MOST = 2_000;

    public QuotaCell {
        if (siteType.isBlank() || areaCode.isBlank()) {
            throw new RuleViolation("inspection.quota.incomplete", "配额须同时写明点位类型和区域。");
        }
        if (number < 1 || number > MOST) {
            throw new RuleViolation("inspection.quota.number", "配额应在 1 到 " + MOST + " 之间，收到的是 " + number + "。");
        }
    }

    /** An area code starts with its parent's code, so a site lies in the cell when its code starts with the cell's. */
    public boolean covers(Candidate candidate) {
        return candidate.siteType().equals(siteType) && candidate.areaCode().startsWith(areaCode);
    }
}
