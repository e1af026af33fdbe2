package org.civitas.standard.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.StaleVersion;
import org.civitas.standard.Edition;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Throws a draft away; one that was ever in use stays. */
@Service
public class DiscardEdition {

    private final EditionTable editions;
    private final AuditTrail audit;

    DiscardEdition(EditionTable editions, AuditTrail audit) {
        this.editions = editions;
        this.audit = audit;
    }

    @Transactional
    public void discard(UUID id, int revision) {
        Edition edition = editions.need(id);
        if (edition.revision() != revision) {
            throw new StaleVersion();
        }
        EditionStep.mustBeOpen(edition);
        editions.delete(id);
        audit.record("edition.discard", "edition", id, Map.of("title", edition.title()));
    }
}
