package org.civitas.scoring.application;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.inspection.InspectionPlans;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.RoundLoading;
import org.civitas.scoring.domain.PublicationPolicy;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.RoundVersion;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.shared.Ids;
import org.civitas.standard.Editions;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Computes and publishes rounds of the past; their moments are given, all else is as for a round of today. */
@Service
class LoadRounds implements RoundLoading {

    private static final List<String> KINDS =
            List.of(PlanKind.COVERT.name(), PlanKind.OPEN.name(), PlanKind.PATROL.name());

    private final Rounds rounds;
    private final Editions editions;
    private final Areas areas;
    private final Calculation calculation;
    private final InspectionPlans plans;
    private final AuditTrail audit;

    LoadRounds(
            Rounds rounds,
            Editions editions,
            Areas areas,
            Calculation calculation,
            InspectionPlans plans,
            AuditTrail audit) {
        this.rounds = rounds;
        this.editions = editions;
        this.areas = areas;
        this.calculation = calculation;
        this.plans = plans;
        this.audit = audit;
    }

    @Override
    @Transactional
    public UUID load(PastRound past) {
        String edition = editions.find(past.editionId())
                .orElseThrow(() -> new NotFound("测评体系"))
                .title();
        String area = areas.byCode(past.areaCode())
                .orElseThrow(() -> new NotFound("区划"))
                .name();
        RoundSettings settings =
                new RoundSettings(past.editionId(), past.areaCode(), past.period(), VisitRule.LATEST, KINDS, 0);
        Round round = new Round(Ids.next(), past.name(), edition, area, settings);
        rounds.add(round, past.computedAt(), past.by());
        rounds.addVersion(round.id(), 1, null, "");
        RoundVersion draft = rounds.versions(round.id()).getFirst();
        calculation.store(draft, calculation.calculate(settings), past.computedAt());
        Instant publishedAt = past.publishedAt();
        if (publishedAt != null) {
            RoundVersion version = rounds.versions(round.id()).getFirst();
            PublicationPolicy.require(
                    version.total(),
                    version.coverage(),
                    settings.minCoverage(),
                    plans.secret(version.planIds()).size());
            rounds.published(version, publishedAt, past.by());
        }
        audit.record("round.load", "round", round.id(), Map.of("name", round.name()));
        return round.id();
    }
}
