package org.civitas.scoring.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.persistence.Rounds;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 计算轮次 — collects the inputs as they stand, freezes them, and stores what they come to. */
@Service
public class ComputeRound {

    private final Rounds rounds;
    private final RoundFinding finding;
    private final Calculation calculation;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    ComputeRound(
            Rounds rounds,
            RoundFinding finding,
            Calculation calculation,
            TransactionTemplate transaction,
            AuditTrail audit,
            Clock clock) {
        this.rounds = rounds;
        this.finding = finding;
        this.calculation = calculation;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** Computes the newest version; reading and calculating hold no lock, only the writing is one transaction. */
    public RoundResult compute(UUID roundId) {
        return compute(roundId, result -> {});
    }

    /** The same; {@code also} happens in the transaction of the writing. */
    RoundResult compute(UUID roundId, Consumer<RoundResult> also) {
        Round round = rounds.byId(roundId).orElseThrow(() -> new NotFound("测评轮次"));
        RoundVersion version = finding.ready(roundId, RoundStep.COMPUTE);
        Calculation.Calculated calculated = calculation.calculate(round.settings());
        RoundResult result = calculated.result();
        transaction.executeWithoutResult(status -> {
            calculation.store(version, calculated, clock.instant());
            audit.record(
                    "round.compute",
                    "round",
                    roundId,
                    Map.of(
                            "version", version.number(),
                            "got", result.total().got(),
                            "judged", result.total().judged(),
                            "observations", result.coverage().observations()));
            also.accept(result);
        });
        return result;
    }
}
