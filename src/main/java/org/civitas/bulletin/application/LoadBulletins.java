package org.civitas.bulletin.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.bulletin.BulletinLoading;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.bulletin.persistence.SchemeTable;
import org.civitas.calendar.WorkingTime;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes bulletins of the past; their moments are given, all else is as for a bulletin of today. */
@Service
class LoadBulletins implements BulletinLoading {

    private final BulletinTable table;
    private final SchemeTable schemes;
    private final ComposeContent composing;
    private final AuditTrail audit;

    LoadBulletins(BulletinTable table, SchemeTable schemes, ComposeContent composing, AuditTrail audit) {
        this.table = table;
        this.schemes = schemes;
        this.composing = composing;
        this.audit = audit;
    }

    @Override
    @Transactional
    public UUID load(PastBulletin past) {
        SchemeTable.Stored scheme = schemes.all().getFirst();
        String area = composing.areaName(past.areaCode());
        BulletinContent content = composing.compose(
                new ComposeContent.Source(
                        past.areaCode(), past.period(), past.publishedAt(), past.roundId(), scheme.scheme()),
                FirstWords.head(area));
        Stored draft = Copies.draft(
                Ids.next(),
                FirstWords.title(past.period()),
                past.areaCode(),
                past.period(),
                past.publishedAt(),
                past.roundId(),
                scheme.id(),
                FirstWords.numberWord(area),
                content,
                past.by());
        table.add(draft);
        int year = past.publishedAt().atZone(WorkingTime.ZONE).getYear();
        table.publish(draft.id(), year, past.by(), past.publishedAt(), draft.version());
        audit.record("bulletin.load", "bulletin", draft.id(), Map.of("title", draft.title()));
        return draft.id();
    }
}
