package org.civitas.scoring.application;

import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.persistence.Rounds;
import org.springframework.stereotype.Component;

/** Finds the round that a step is about, within the scope of who takes it. */
@Component
class RoundFinding {

    private final Rounds rounds;

    RoundFinding(Rounds rounds) {
        this.rounds = rounds;
    }

    Round round(CurrentUser user, UUID roundId) {
        return rounds.byId(roundId)
                .filter(round -> user.scope().administers(round.settings().areaCode()))
                .orElseThrow(() -> new NotFound("测评轮次"));
    }

    /** The newest version, on which every step works. @throws RuleViolation {@code round.step} */
    RoundVersion ready(UUID roundId, RoundStep step) {
        RoundVersion newest = rounds.versions(roundId).stream().findFirst().orElseThrow(() -> new NotFound("测评轮次"));
        step.apply(newest.state());
        return newest;
    }
}
