package org.civitas.inspection.domain;

/** 抽取缺口 — a cell that had fewer candidates than its quota. */
public record Shortfall(QuotaCell cell, int available) {

    public int missing() {
        return cell.number() - available;
    }

    /** The shortfall as a sentence; names are given by the caller because they live in other modules. */
    public String words(String siteTypeName, String areaName) {
        if (available == 0) {
            return areaName + "没有可抽的“" + siteTypeName + "”，配额 " + cell.number() + " 个一个也没有抽到。";
        }
        return areaName + "可抽的“" + siteTypeName + "”只有 " + available + " 个，少于配额 " + cell.number() + " 个，缺 " + missing()
                + " 个。";
    }
}
