package org.civitas.standard.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.persistence.MappingTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts other correspondences in place of those that a draft names. */
@Service
public class ChangeMappings {

    private final EditionTable editions;
    private final MappingTable mappings;
    private final AuditTrail audit;

    ChangeMappings(EditionTable editions, MappingTable mappings, AuditTrail audit) {
        this.editions = editions;
        this.mappings = mappings;
        this.audit = audit;
    }

    @Transactional
    public Edition change(UUID id, List<EditionMapping> now, int revision) {
        EditionStep.mustBeOpen(editions.need(id));
        int before = mappings.of(id).size();
        editions.touch(id, revision);
        mappings.replace(id, now);
        audit.record("edition.mappings", "edition", id, Map.of("before", before, "after", now.size()));
        return editions.need(id);
    }
}
