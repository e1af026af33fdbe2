package org.civitas.bulletin.application;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.bulletin.domain.BulletinContent;
import org.civitas.bulletin.domain.BulletinContent.Head;
import org.civitas.bulletin.domain.BulletinContent.Typical;
import org.civitas.bulletin.persistence.BulletinTable;
import org.civitas.bulletin.persistence.BulletinTable.Stored;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.RuleViolation;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes a draft: its words, its figures (copied anew), or throws it away. A published bulletin never changes. */
@Service
public class ChangeDraft {

    /** 文字 — the words of a draft that a person may change; figures are never among them. */
    public record Words(
            String title,
            String numberWord,
            Head head,
            String opening,
            List<UUID> typicalCases,
            List<String> requirements) {}

    private final Bulletins bulletins;
    private final BulletinTable table;
    private final ComposeContent composing;
    private final AuditTrail audit;
    private final Clock clock;

    ChangeDraft(Bulletins bulletins, BulletinTable table, ComposeContent composing, AuditTrail audit, Clock clock) {
        this.bulletins = bulletins;
        this.table = table;
        this.composing = composing;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void words(CurrentUser user, UUID id, Words words, int version) {
        Stored draft = draft(user, id, version);
        BulletinContent before = draft.content();
        List<UUID> chosenBefore = before.typical().stream().map(Typical::caseId).toList();
        List<Typical> typical = words.typicalCases().equals(chosenBefore)
                ? before.typical()
                : composing.chosen(bulletins.source(draft), words.typicalCases());
        BulletinContent content = Copies.words(before, words.head(), words.opening(), typical, words.requirements());
        String numberWord = draft.numberRunning() == null ? words.numberWord() : draft.numberWord();
        save(Copies.with(draft, words.title(), numberWord, draft.cutoff(), content), version, "bulletin.edit");
    }

    /** Copies all figures and lists again as of now; the words stay. */
    @Transactional
    public void figures(CurrentUser user, UUID id, int version) {
        Stored draft = draft(user, id, version);
        Instant now = clock.instant();
        ComposeContent.Source before = bulletins.source(draft);
        BulletinContent anew = composing.compose(
                new ComposeContent.Source(before.areaCode(), before.period(), now, before.roundId(), before.scheme()),
                draft.content().head());
        BulletinContent content = Copies.words(
                anew,
                draft.content().head(),
                draft.content().opening(),
                draft.content().typical(),
                draft.content().requirements());
        save(Copies.with(draft, draft.title(), draft.numberWord(), now, content), version, "bulletin.recompute");
    }

    @Transactional
    public void discard(CurrentUser user, UUID id) {
        Stored draft = bulletins.one(user, id);
        requireDraft(draft);
        table.discard(id);
        audit.record("bulletin.discard", "bulletin", id, Map.of("title", draft.title()));
    }

    private Stored draft(CurrentUser user, UUID id, int version) {
        Stored draft = bulletins.one(user, id);
        requireDraft(draft);
        if (draft.version() != version) {
            throw new StaleVersion();
        }
        return draft;
    }

    static void requireDraft(Stored bulletin) {
        if (bulletin.published()) {
            throw new RuleViolation("bulletin.published", "通报已经发布，不能再改；如有错误，请发更正版并写明原因。");
        }
    }

    private void save(Stored changed, int version, String action) {
        table.change(
                changed.id(),
                changed.title(),
                changed.numberWord(),
                changed.cutoff(),
                changed.content(),
                changed.characters(),
                version);
        audit.record(action, "bulletin", changed.id(), Map.of("title", changed.title()));
    }
}
