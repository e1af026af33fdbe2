package org.civitas.casework.application;

import java.util.List;
import java.util.UUID;
import org.civitas.casework.domain.CaseFile;
import org.civitas.casework.domain.CaseStep;
import org.jspecify.annotations.Nullable;

/** 案卷 — a case with its timeline and what dispatching needs to know of it; locked while it is in hand. */
public record CaseRecord(
        UUID id,
        String number,
        String typeCode,
        String areaCode,
        @Nullable UUID siteId,
        CaseFile file,
        List<CaseStep> timeline) {

    public CaseRecord {
        timeline = List.copyOf(timeline);
    }
}
