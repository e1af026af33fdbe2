package org.civitas.standard.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.standard.CheckItem;
import org.civitas.standard.UsualFault;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.CheckItemTable;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rewords a check item of a draft. */
@Service
public class RewordCheckItem {

    /** The new words of a check item. */
    public record Wording(String text, String look, String exemption, List<UsualFault> faults, boolean pictureNeeded) {}

    private final EditionTable editions;
    private final CheckItemTable items;
    private final AuditTrail audit;

    RewordCheckItem(EditionTable editions, CheckItemTable items, AuditTrail audit) {
        this.editions = editions;
        this.items = items;
        this.audit = audit;
    }

    @Transactional
    public CheckItem reword(UUID editionId, String code, Wording words, int revision) {
        EditionStep.mustBeOpen(editions.need(editionId));
        CheckItem old = items.find(editionId, code).orElseThrow(() -> new NotFound("检查项"));
        CheckItem item = new CheckItem(
                old.code(),
                old.siteTypeCode(),
                old.aspect(),
                words.text(),
                old.kind(),
                old.unit(),
                old.grades(),
                words.look(),
                words.exemption(),
                words.faults(),
                words.pictureNeeded(),
                old.requirementCodes());
        editions.touch(editionId, revision);
        items.reword(editionId, item);
        audit.record(
                "edition.reword",
                "edition",
                editionId,
                Map.of("item", code, "before", old.text(), "after", item.text()));
        return item;
    }
}
