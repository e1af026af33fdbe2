package org.civitas.casework.application;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.casework.persistence.CaseLists;
import org.civitas.casework.persistence.CaseRow;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.privacy.MaskedText;
import org.civitas.platform.privacy.Opening;
import org.civitas.platform.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows the telephone and identity numbers that people wrote into a case, with a reason that stands in the audit. */
@Service
public class OpenPersonalData {

    /** 案件原文 — the description and the words of those steps that hold a number. */
    public record Opened(String description, List<String> words) {}

    private final CaseLists lists;
    private final JdbcClient jdbc;
    private final AuditTrail audit;

    OpenPersonalData(CaseLists lists, JdbcClient jdbc, AuditTrail audit) {
        this.lists = lists;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** A case outside the reach of the account does not exist for it. */
    @Transactional
    public Opened open(CurrentUser user, UUID id, Opening opening) {
        CaseRow row = lists.byId(id, CaseScope.of(user)).orElseThrow(() -> new NotFound("问题"));
        List<String> words = jdbc
                .sql("select words from case_step where case_id = :id order by seq")
                .param("id", id)
                .query(String.class)
                .list()
                .stream()
                .filter(MaskedText::covers)
                .toList();
        audit.record(
                "case.open-personal",
                "case",
                id,
                Map.of("number", row.number(), "reason", opening.reason().strip()));
        return new Opened(row.description(), words);
    }
}
