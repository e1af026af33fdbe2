package org.civitas.scoring.domain;

import java.util.List;

/**
 * 测评输入 — everything that a round is computed from, frozen: the edition, the drawn sites, what was observed at them.
 *
 * @param observations only of the kinds of visits that the round counts
 */
public record RoundInputs(
        ScoringEdition edition, VisitRule visitRule, List<SiteFacts> sites, List<ObservationFacts> observations) {}
