package org.civitas.standard.application;

import java.util.List;
import java.util.Map;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.Ids;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.domain.EditionFault;
import org.civitas.standard.domain.EditionRule;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters a whole edition as the next version of its index, as a draft; an edition with a fault is not entered at all. */
@Service
public class EnterEdition {

    private final EditionTable editions;
    private final AuditTrail audit;

    EnterEdition(EditionTable editions, AuditTrail audit) {
        this.editions = editions;
        this.audit = audit;
    }

    /** @param origin where it comes from, for the audit: 工作簿, 示例, 复制 */
    @Transactional
    public Edition enter(EditionContent content, String origin) {
        List<EditionFault> faults = EditionRule.check(content);
        if (!faults.isEmpty()) {
            throw new RuleViolation(
                    "edition.faulty",
                    "体系有 " + faults.size() + " 处缺陷，没有写入，第一处："
                            + faults.getFirst().message());
        }
        return enterDraft(content, origin);
    }

    /** Enters an edition that may still have faults, such as a copy or one that is begun on a page. */
    @Transactional
    public Edition enterDraft(EditionContent content, String origin) {
        Edition edition = numbered(content.edition());
        editions.insert(content.as(edition));
        audit.record(
                "edition.enter",
                "edition",
                edition.id(),
                Map.of(
                        "title",
                        edition.title(),
                        "origin",
                        origin,
                        "checkItems",
                        content.checkItems().size()));
        return edition;
    }

    private Edition numbered(Edition given) {
        return new Edition(
                Ids.next(),
                given.code(),
                editions.nextNumber(given.code()),
                given.name(),
                given.level(),
                given.note(),
                EditionState.DRAFT,
                0);
    }
}
