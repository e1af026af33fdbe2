package org.civitas.inspection.domain;

import java.util.List;

/** 抽取依据 — everything that decides a draw; stored whole, so that it can be drawn again. */
public record DrawInput(
        String seed,
        CandidateList candidates,
        QuotaTable quotas,
        List<Exclusion> exclusions,
        boolean preferNeverDrawn) {}
