package org.civitas.standard.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.standard.Edition;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes the name, the level and the note of a draft; its code stays. */
@Service
public class RenameEdition {

    private final EditionTable editions;
    private final AuditTrail audit;

    RenameEdition(EditionTable editions, AuditTrail audit) {
        this.editions = editions;
        this.audit = audit;
    }

    @Transactional
    public Edition rename(UUID id, String name, String level, String note, int revision) {
        Edition edition = editions.need(id);
        EditionStep.mustBeOpen(edition);
        editions.rename(id, name, level, note, revision);
        audit.record("edition.rename", "edition", id, Map.of("before", edition.name(), "after", name));
        return editions.need(id);
    }
}
