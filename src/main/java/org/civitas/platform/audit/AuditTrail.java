package org.civitas.platform.audit;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.SignedIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * 审计 — writes one line for each change, in the transaction of the change: both are there or neither.
 *
 * <p>The person comes from the session; work done by the system itself is written under 系统.
 */
@Component
public class AuditTrail {

    private static final String INSERT = """
            insert into audit_line (at, account_id, account_name, action, subject_kind, subject_id, details, trace)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private static final String CLAUSE = """
            insert into audit_line (at, account_id, account_name, action, subject_kind, subject_id, details, trace)
            values (:auditAt, :auditAccount, :auditName, :auditAction, :auditKind, :auditSubject,
                cast(:auditDetails as jsonb) || %s, :auditTrace)
            """;

    private final JdbcTemplate jdbc;
    private final Clock clock;
    private final JsonMapper json;

    AuditTrail(JdbcTemplate jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Writes a line; a programming fault outside a transaction.
     *
     * @param action stable code, such as {@code case.dispatch}
     * @param subjectKind kind of the changed thing, such as {@code case}
     * @param details what was changed; no secrets
     */
    public void record(String action, String subjectKind, Object subjectId, Map<String, ?> details) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("audit outside a transaction: " + action);
        }
        CurrentUser user = user();
        jdbc.update(
                INSERT,
                Timestamp.from(clock.instant()),
                accountId(user),
                accountName(user),
                action,
                subjectKind,
                subjectId.toString(),
                json.writeValueAsString(details),
                MDC.get("trace"));
    }

    /** 审计子句 — a line that is written within the caller's own statement: its insert and the named parameters of it. */
    public record Clause(String insert, Map<String, @Nullable Object> params) {}

    /**
     * A line as a clause of the statement that makes the change ({@code with … as (insert …)}): one round trip, and both
     * are there or neither, without a transaction around them. For the few hot ways in.
     *
     * @param more an SQL expression (jsonb) with details that only the statement knows, such as a number that it draws
     */
    public Clause clause(String action, String subjectKind, Object subjectId, Map<String, ?> details, String more) {
        CurrentUser user = user();
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("auditAt", Timestamp.from(clock.instant()));
        params.put("auditAccount", accountId(user));
        params.put("auditName", accountName(user));
        params.put("auditAction", action);
        params.put("auditKind", subjectKind);
        params.put("auditSubject", subjectId.toString());
        params.put("auditDetails", json.writeValueAsString(details));
        params.put("auditTrace", MDC.get("trace"));
        return new Clause(CLAUSE.formatted(more), params);
    }

    /** Who acts, for a statement that writes its audit line itself: null for the system. */
    public static @Nullable UUID actorId() {
        return accountId(user());
    }

    /** Name of who acts; 系统 where no person does. */
    public static String actorName() {
        return accountName(user());
    }

    private static @Nullable CurrentUser user() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.getPrincipal()
                : null;
    }

    private static @Nullable UUID accountId(@Nullable CurrentUser user) {
        return user == null ? null : user.accountId();
    }

    private static String accountName(@Nullable CurrentUser user) {
        return user == null ? "系统" : user.name();
    }
}
