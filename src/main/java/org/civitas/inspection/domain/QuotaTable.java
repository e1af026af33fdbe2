package org.civitas.inspection.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.civitas.shared.RuleViolation;

/** 抽样配额表 — site type × area → number; a pair may stand in it once. */
public record QuotaTable(List<QuotaCell> cells) {

    /** The narrower area is served first, so that a site counts where it was asked for most exactly. */
    private static final Comparator<QuotaCell> DRAW_ORDER = Comparator.comparingInt(
                    (QuotaCell cell) -> -cell.areaCode().length())
            .thenComparing(QuotaCell::areaCode)
            .thenComparing(QuotaCell::siteType);

    public QuotaTable {
        Set<String> seen = new HashSet<>();
        for (QuotaCell cell : cells) {
            if (!seen.add(cell.siteType() + "|" + cell.areaCode())) {
                throw new RuleViolation(
                        "inspection.quota.duplicate",
                        "点位类型“" + cell.siteType() + "”在区域 " + cell.areaCode() + " 的配额写了两次。");
            }
        }
        cells = cells.stream().sorted(DRAW_ORDER).toList();
    }

    public int total() {
        return cells.stream().mapToInt(QuotaCell::number).sum();
    }

    public boolean covers(Candidate candidate) {
        return cells.stream().anyMatch(cell -> cell.covers(candidate));
    }
}
