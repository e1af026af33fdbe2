package org.civitas.scoring.domain.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.VisitRule;

/** Asks the engine of rounds what one site would get: the forecast has no rules of its own. */
final class EngineRatio {

    /** The requirement is not judged at the site. */
    static final long UNJUDGED = -1;

    private static final UUID SITE = new UUID(0, 1);
    private static final UUID VISIT = new UUID(0, 2);

    private EngineRatio() {}

    /** 判定 — an item with what was found. */
    record Found(String itemCode, ItemOutcome outcome) {}

    /** Ratio of the site in integers of 10⁻⁹, or {@link #UNJUDGED}. */
    static long of(Requirement requirement, String typeCode, List<Found> found) {
        List<ObservationFacts> observations = new ArrayList<>();
        for (Found each : found) {
            ItemOutcome outcome = each.outcome();
            observations.add(new ObservationFacts(
                    new UUID(1, observations.size()),
                    VISIT,
                    Instant.EPOCH,
                    SITE,
                    each.itemCode(),
                    outcome.verdict(),
                    outcome.count(),
                    outcome.figure(),
                    outcome.grade(),
                    List.of(),
                    null));
        }
        RoundResult result = RoundScoring.compute(new RoundInputs(
                new ScoringEdition(SITE, "", List.of(), List.of(requirement), Map.of()),
                VisitRule.LATEST,
                List.of(new SiteFacts(SITE, "", "", typeCode, "", null, null)),
                observations));
        return result.sites().isEmpty() ? UNJUDGED : result.sites().getFirst().ratio();
    }
}
