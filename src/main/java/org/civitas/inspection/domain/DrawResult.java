package org.civitas.inspection.domain;

import java.util.List;
import java.util.stream.Collectors;

/** 抽取结果 — the drawn list and what could not be served. */
public record DrawResult(List<DrawnSite> drawn, List<Shortfall> shortfalls) {

    /** SHA-256 over rank, site id and ticket of each drawn site: two draws are the same when their hashes are. */
    public String hash() {
        return Sha256.hex(drawn.stream()
                .map(site -> site.rank() + "\t" + site.siteId() + "\t" + site.ticket() + "\n")
                .collect(Collectors.joining()));
    }
}
