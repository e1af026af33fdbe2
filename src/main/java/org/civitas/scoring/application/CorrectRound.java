package org.civitas.scoring.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 更正轮次 — opens a new version with a reason; the published one stays valid until the new one is published. */
@Service
public class CorrectRound {

    private static final int SHORTEST_REASON = 4;

    private final Rounds rounds;
    private final RoundFinding finding;
    private final AuditTrail audit;

    CorrectRound(Rounds rounds, RoundFinding finding, AuditTrail audit) {
        this.rounds = rounds;
        this.finding = finding;
        this.audit = audit;
    }

    @Transactional
    public void correct(CurrentUser user, UUID roundId, String reason) {
        finding.round(user, roundId);
        if (reason.strip().length() < SHORTEST_REASON) {
            throw new RuleViolation("round.correct.reason", "请写明更正的理由，不少于 " + SHORTEST_REASON + " 个字。");
        }
        RoundVersion published = finding.ready(roundId, RoundStep.SUPERSEDE);
        rounds.addVersion(roundId, published.number() + 1, published.id(), reason.strip());
        audit.record(
                "round.correct", "round", roundId, Map.of("version", published.number() + 1, "reason", reason.strip()));
    }
}
