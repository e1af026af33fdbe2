package org.civitas.casework.application;

import java.util.List;
import java.util.UUID;
import org.civitas.casework.NewCase;
import org.civitas.casework.domain.CaseStep;

/** 案件历史 — a case with its whole timeline and the request id of each step, ready to be written. */
public record CaseHistory(UUID id, NewCase problem, List<CaseStep> timeline, List<UUID> requests) {

    public CaseHistory {
        timeline = List.copyOf(timeline);
        requests = List.copyOf(requests);
    }
}
