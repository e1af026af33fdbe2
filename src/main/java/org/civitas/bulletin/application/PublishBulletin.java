package org.civitas.bulletin.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.bulletin.BulletinPublished;
import org.civitas.bulletin.domain.Ranking;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.burden.BurdenLedger;
import org.civitas.platform.web.Conflict;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a draft final with the next number, or begins the corrected edition of a published one. */
@Service
public class PublishBulletin {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final Bulletins bulletins;
    private final BulletinTable table;
    private final Units units;
    private final BurdenLedger burden;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PublishBulletin(
            Bulletins bulletins,
            BulletinTable table,
            Units units,
            BurdenLedger burden,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.bulletins = bulletins;
        this.table = table;
        this.units = units;
        this.burden = burden;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public void publish(CurrentUser user, UUID id, int version) {
        Stored draft = bulletins.one(user, id);
        ChangeDraft.requireDraft(draft);
        try {
            table.publish(id, LocalDate.now(clock.withZone(OFFICE)).getYear(), user.name(), clock.instant(), version);
        } catch (DuplicateKeyException takenMeanwhile) {
            throw new Conflict("bulletin.number-taken", "发文字号刚被另一份通报使用，请再发布一次。");
        }
        burden.recordAll(BurdenLedger.Kind.PAPER, ranked(draft.content().units()), "通报", id);
        audit.record("bulletin.publish", "bulletin", id, Map.of("title", draft.title(), "edition", draft.edition()));
        events.publishEvent(new BulletinPublished(id, draft.title()));
    }

    /** The draft of the next edition; the published one stays as it is and names its successor once that is published. */
    @Transactional
    public UUID correct(CurrentUser user, UUID id, String reason) {
        Stored wrong = bulletins.one(user, id);
        if (!wrong.published()) {
            throw new RuleViolation("bulletin.not-published", "通报还是草稿，直接修改即可，不需要更正版。");
        }
        UUID next = Ids.next();
        try {
            table.add(Copies.correcting(wrong, next, reason, user.name(), clock.instant()));
        } catch (DuplicateKeyException already) {
            throw new Conflict("bulletin.correction-exists", "这份通报已有更正版，请在更正版上继续。");
        }
        audit.record("bulletin.correct", "bulletin", id, Map.of("reason", reason, "next", next));
        return next;
    }

    private List<UUID> ranked(Ranking ranking) {
        return ranking.lines().stream()
                .flatMap(line -> units.byCode(line.id()).stream())
                .map(Unit::id)
                .toList();
    }
}
