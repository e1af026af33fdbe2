package org.civitas.standard.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.CheckItem;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.CheckItemTable;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.persistence.SiteTypeTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and takes away check items of a draft. The code of an item stays: it is what the item is in every edition. */
@Service
public class ChangeCheckItem {

    private final EditionTable editions;
    private final CheckItemTable items;
    private final SiteTypeTable types;
    private final AuditTrail audit;

    ChangeCheckItem(EditionTable editions, CheckItemTable items, SiteTypeTable types, AuditTrail audit) {
        this.editions = editions;
        this.items = items;
        this.types = types;
        this.audit = audit;
    }

    /** @throws RuleViolation edition.item.type-unknown, edition.item.code-form, edition.item.code-twice */
    @Transactional
    public CheckItem add(UUID edition, CheckItem item, int revision) {
        EditionStep.mustBeOpen(editions.need(edition));
        if (types.find(item.siteTypeCode()).isEmpty()) {
            throw new RuleViolation("edition.item.type-unknown", "没有代码为“" + item.siteTypeCode() + "”的点位类型，请先新建点位类型。");
        }
        String beginning = item.siteTypeCode() + "-" + item.aspect().number() + "-";
        if (!item.code().startsWith(beginning)) {
            throw new RuleViolation("edition.item.code-form", "检查项编码应以“" + beginning + "”开头，实际为“" + item.code() + "”。");
        }
        if (items.find(edition, item.code()).isPresent()) {
            throw new RuleViolation("edition.item.code-twice", "检查项编码 " + item.code() + " 已经有了，请换一个序号。");
        }
        editions.touch(edition, revision);
        items.add(edition, item);
        audit.record("edition.item-add", "edition", edition, Map.of("item", item.code(), "after", item.text()));
        return item;
    }

    /** The code, the type of site and the aspect stay as they are. */
    @Transactional
    public CheckItem change(UUID edition, CheckItem item, int revision) {
        EditionStep.mustBeOpen(editions.need(edition));
        CheckItem old = items.find(edition, item.code()).orElseThrow(() -> new NotFound("检查项"));
        editions.touch(edition, revision);
        items.change(edition, item);
        audit.record(
                "edition.reword",
                "edition",
                edition,
                Map.of("item", item.code(), "before", old.text(), "after", item.text()));
        return item;
    }

    @Transactional
    public void remove(UUID edition, String code, int revision) {
        EditionStep.mustBeOpen(editions.need(edition));
        CheckItem old = items.find(edition, code).orElseThrow(() -> new NotFound("检查项"));
        editions.touch(edition, revision);
        items.remove(edition, code);
        audit.record("edition.item-remove", "edition", edition, Map.of("item", code, "before", old.text()));
    }
}
