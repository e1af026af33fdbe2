package org.civitas.standard.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.StaleVersion;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.EditionState;
import org.civitas.standard.domain.EditionStep;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts an edition in use, retires it or takes it back into use. */
@Service
public class MoveEdition {

    private final EditionTable editions;
    private final AuditTrail audit;

    MoveEdition(EditionTable editions, AuditTrail audit) {
        this.editions = editions;
        this.audit = audit;
    }

    /** @param revision the revision that the user saw */
    @Transactional
    public Edition move(UUID id, EditionStep step, int revision) {
        EditionContent content = editions.content(id);
        if (content.edition().revision() != revision) {
            throw new StaleVersion();
        }
        EditionState to = step.take(content);
        editions.move(content.edition(), to);
        audit.record(
                "edition.move",
                "edition",
                id,
                Map.of("title", content.edition().title(), "step", step.word(), "to", to.name()));
        return editions.need(id);
    }
}
