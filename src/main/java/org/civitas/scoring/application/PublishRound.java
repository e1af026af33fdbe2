package org.civitas.scoring.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.InspectionPlans;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.StaleVersion;
import org.civitas.scoring.RoundPublished;
import org.civitas.scoring.domain.PublicationPolicy;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundState;
import org.civitas.scoring.domain.RoundStep;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.persistence.Rounds;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 发布轮次 — makes the newest version final; the version it corrects is superseded in the same transaction. */
@Service
public class PublishRound {

    private final Rounds rounds;
    private final RoundFinding finding;
    private final InspectionPlans plans;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishRound(
            Rounds rounds,
            RoundFinding finding,
            InspectionPlans plans,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rounds = rounds;
        this.finding = finding;
        this.plans = plans;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param revision of the version that the person looked at: what is published is what was seen */
    @Transactional
    public void publish(CurrentUser user, UUID roundId, int revision) {
        Round round = finding.round(user, roundId);
        RoundVersion version = finding.ready(roundId, RoundStep.PUBLISH);
        if (version.revision() != revision) {
            throw new StaleVersion();
        }
        PublicationPolicy.require(
                version.total(),
                version.coverage(),
                round.settings().minCoverage(),
                plans.secret(version.planIds()).size());
        rounds.versions(roundId).stream()
                .filter(earlier -> earlier.state() == RoundState.PUBLISHED)
                .forEach(rounds::superseded);
        rounds.published(version, clock.instant(), user.name());
        audit.record(
                "round.publish",
                "round",
                roundId,
                Map.of("version", version.number(), "got", version.total().got()));
        events.publishEvent(new RoundPublished(roundId, version.number()));
    }
}
