package org.civitas.scoring.application;

import java.util.List;
import org.civitas.scoring.domain.EnteredFact;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.VetoEvent;
import org.springframework.stereotype.Component;

/**
 * Where a round finds what was not judged at sites: figures, survey estimates, marks, conditions, and the events of the
 * negative list. As long as nothing can be entered there is nothing to find, and those requirements stay not judged.
 */
@Component
class EnteredInputs {

    /** Facts that count for the round: for its requirements, dated within its period. */
    List<EnteredFact> facts(RoundSettings settings, ScoringEdition edition) {
        return List.of();
    }

    /** Events that count for the round: for its 负面清单 requirements, dated within its period. */
    List<VetoEvent> events(RoundSettings settings, ScoringEdition edition) {
        return List.of();
    }
}
