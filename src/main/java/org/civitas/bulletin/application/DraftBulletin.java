package org.civitas.bulletin.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.bulletin.domain.RankingScheme;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.bulletin.persistence.SchemeTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.Ids;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Begins a bulletin: its figures are copied as they are at this moment, its words are proposed. */
@Service
public class DraftBulletin {

    private final BulletinTable table;
    private final SchemeTable schemes;
    private final ComposeContent composing;
    private final AuditTrail audit;
    private final Clock clock;

    DraftBulletin(BulletinTable table, SchemeTable schemes, ComposeContent composing, AuditTrail audit, Clock clock) {
        this.table = table;
        this.schemes = schemes;
        this.composing = composing;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param schemeId null: the newest scheme; {@code title} null: one is proposed */
    @Transactional
    public UUID draft(
            CurrentUser user,
            String areaCode,
            Period period,
            @Nullable UUID roundId,
            @Nullable UUID schemeId,
            @Nullable String title) {
        if (!user.scope().administers(areaCode)) {
            throw new NotFound("区域");
        }
        SchemeTable.Stored scheme = schemeId == null
                ? schemes.all().getFirst()
                : schemes.byId(schemeId).orElseThrow(() -> new NotFound("排名办法"));
        Instant now = clock.instant();
        String areaName = composing.areaName(areaCode);
        Stored before = table.latest(user, areaCode).orElse(null);
        Head head =
                before == null ? FirstWords.head(areaName) : before.content().head();
        String word = before == null ? FirstWords.numberWord(areaName) : before.numberWord();
        RankingScheme rules = scheme.scheme();
        BulletinContent content =
                composing.compose(new ComposeContent.Source(areaCode, period, now, roundId, rules), head);
        Stored draft = Copies.draft(
                Ids.next(),
                title == null ? FirstWords.title(period) : title,
                areaCode,
                period,
                now,
                roundId,
                scheme.id(),
                word,
                content,
                user.name());
        table.add(draft);
        audit.record("bulletin.draft", "bulletin", draft.id(), Map.of("title", draft.title()));
        return draft.id();
    }
}
