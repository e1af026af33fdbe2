package org.civitas.scoring.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.persistence.Rounds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 删除草稿 — removes a version that was never published. */
@Service
public class DiscardRound {

    private final Rounds rounds;
    private final RoundFinding finding;
    private final AuditTrail audit;

    DiscardRound(Rounds rounds, RoundFinding finding, AuditTrail audit) {
        this.rounds = rounds;
        this.finding = finding;
        this.audit = audit;
    }

    @Transactional
    public void discard(CurrentUser user, UUID roundId) {
        Round round = finding.round(user, roundId);
        RoundVersion version = finding.ready(roundId, RoundStep.DISCARD);
        rounds.discard(version);
        audit.record("round.discard", "round", roundId, Map.of("name", round.name(), "version", version.number()));
    }
}
