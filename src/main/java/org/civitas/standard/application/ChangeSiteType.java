package org.civitas.standard.application;

import java.util.Map;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.SiteType;
import org.civitas.standard.persistence.SiteTypeTable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Renames a type of site or changes how it is walked; its code stays. */
@Service
public class ChangeSiteType {

    private final SiteTypeTable types;
    private final AuditTrail audit;

    ChangeSiteType(SiteTypeTable types, AuditTrail audit) {
        this.types = types;
        this.audit = audit;
    }

    @Transactional
    public void change(SiteType type, int version) {
        SiteType old = types.find(type.code()).orElseThrow(() -> new NotFound("点位类型"));
        if (types.all().stream()
                .anyMatch(t -> t.name().equals(type.name()) && !t.code().equals(type.code()))) {
            throw new RuleViolation("site-type.name-taken", "名称“" + type.name() + "”已被另一类点位使用，请换一个名称。");
        }
        types.change(type, version);
        audit.record("site-type.change", "site-type", type.code(), Map.of("before", old.name(), "after", type.name()));
    }
}
