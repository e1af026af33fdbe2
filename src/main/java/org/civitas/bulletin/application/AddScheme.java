package org.civitas.bulletin.application;

import java.util.Map;
import java.util.UUID;
import org.civitas.bulletin.domain.RankingScheme;
import org.civitas.bulletin.persistence.SchemeTable;
import org.civitas.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds an edition of a ranking scheme; bulletins keep the edition they used. */
@Service
public class AddScheme {

    private final SchemeTable schemes;
    private final AuditTrail audit;

    AddScheme(SchemeTable schemes, AuditTrail audit) {
        this.schemes = schemes;
        this.audit = audit;
    }

    @Transactional
    public UUID add(RankingScheme scheme) {
        UUID id = schemes.add(scheme);
        audit.record("bulletin.scheme", "ranking-scheme", id, Map.of("name", scheme.name(), "items", scheme.items()));
        return id;
    }
}
