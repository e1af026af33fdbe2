package org.civitas.scoring.domain;

import java.util.List;

/**
 * 测评输入 — everything that a round is computed from, frozen: the edition, the drawn sites, what was observed at them,
 * what was entered for requirements of other methods, and the events of the negative list.
 *
 * @param observations only of the kinds of visits that the round counts
 */
public record RoundInputs(
        ScoringEdition edition,
        VisitRule visitRule,
        List<SiteFacts> sites,
        List<ObservationFacts> observations,
        List<EnteredFact> facts,
        List<VetoEvent> events) {

    public RoundInputs {
        facts = List.copyOf(facts);
        events = List.copyOf(events);
    }

    /** Inputs of a round for which nothing but sites was judged. */
    public RoundInputs(
            ScoringEdition edition, VisitRule visitRule, List<SiteFacts> sites, List<ObservationFacts> observations) {
        this(edition, visitRule, sites, observations, List.of(), List.of());
    }
}
