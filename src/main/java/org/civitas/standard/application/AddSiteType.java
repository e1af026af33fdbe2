package org.civitas.standard.application;

import java.util.List;
import java.util.Map;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.SiteType;
import org.civitas.standard.persistence.SiteTypeTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds a type of site to those of the city. */
@Service
public class AddSiteType {

    private final SiteTypeTable types;
    private final AuditTrail audit;

    AddSiteType(SiteTypeTable types, AuditTrail audit) {
        this.types = types;
        this.audit = audit;
    }

    /** @throws RuleViolation site-type.code-taken, site-type.name-taken */
    @Transactional
    public SiteType add(SiteType type) {
        List<SiteType> known = types.all();
        if (known.stream().anyMatch(t -> t.code().equals(type.code()))) {
            throw new RuleViolation("site-type.code-taken", "代码“" + type.code() + "”已被另一类点位使用，请换一个代码。");
        }
        if (known.stream().anyMatch(t -> t.name().equals(type.name()))) {
            throw new RuleViolation("site-type.name-taken", "名称“" + type.name() + "”已被另一类点位使用，请换一个名称。");
        }
        types.addMissing(List.of(type));
        audit.record("site-type.add", "site-type", type.code(), Map.of("name", type.name()));
        return type;
    }
}
