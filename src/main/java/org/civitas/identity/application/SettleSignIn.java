package org.civitas.identity.application;

import java.time.Clock;
import java.util.Map;
import org.civitas.identity.domain.SignInRules;
import org.civitas.identity.persistence.SignInRulesTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Settles how long passwords and sessions of a city last. */
@Service
public class SettleSignIn {

    private final SignInRulesTable rules;
    private final AuditTrail audit;
    private final Clock clock;

    SettleSignIn(SignInRulesTable rules, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void settle(CurrentUser by, SignInRules wanted, int version) {
        rules.put(by.city(), wanted, version, clock.instant());
        audit.record(
                "sign-in-rules.change",
                "city",
                by.city(),
                Map.of(
                        "passwordDays", wanted.passwordDays(),
                        "idleMinutes", wanted.idleMinutes(),
                        "lifeHours", wanted.lifeHours()));
    }
}
