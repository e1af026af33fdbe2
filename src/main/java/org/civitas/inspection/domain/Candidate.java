package org.civitas.inspection.domain;

import java.util.UUID;

/** 候选点位 — a site that may be drawn, as it stood when the draw was made. */
public record Candidate(UUID siteId, String siteType, String areaCode, boolean drawnBefore) {

    /** The line that is hashed and stored: id, type, area, drawn before (1) or never (0), separated by tabs. */
    public String line() {
        return siteId + "\t" + siteType + "\t" + areaCode + "\t" + (drawnBefore ? 1 : 0);
    }

    public static Candidate parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Candidate(UUID.fromString(parts[0]), parts[1], parts[2], parts[3].equals("1"));
    }
}
