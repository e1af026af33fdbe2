package org.civitas.scoring.application;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.domain.Round;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.persistence.Rounds;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.Editions;
import org.civitas.territory.Area;
import org.civitas.territory.Areas;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 新建轮次 — a draft over an edition, an area and a period; nothing is computed yet. */
@Service
public class CreateRound {

    private final Rounds rounds;
    private final Editions editions;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;

    CreateRound(Rounds rounds, Editions editions, Areas areas, AuditTrail audit, Clock clock) {
        this.rounds = rounds;
        this.editions = editions;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID create(CurrentUser user, String name, RoundSettings settings) {
        if (!user.scope().administers(settings.areaCode())) {
            throw new NotFound("区划");
        }
        Area area = areas.byCode(settings.areaCode()).orElseThrow(() -> new NotFound("区划"));
        Edition edition = editions.find(settings.editionId()).orElseThrow(() -> new NotFound("测评体系"));
        if (!edition.state().locked()) {
            throw new RuleViolation("round.edition.draft", "体系“" + edition.title() + "”还在编制，启用后才能用于测评。");
        }
        Round round = new Round(Ids.next(), name.strip(), edition.title(), area.name(), settings);
        rounds.add(round, clock.instant(), user.name());
        rounds.addVersion(round.id(), 1, null, "");
        audit.record("round.create", "round", round.id(), Map.of("name", round.name()));
        return round.id();
    }
}
