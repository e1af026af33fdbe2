package org.civitas.platform.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.search.SearchTokens;
import org.jspecify.annotations.Nullable;

/**
 * What the auditor looks for; each condition is served by an index of {@code audit_search}.
 *
 * @param person the whole name of an account
 * @param action a code, or its beginning up to a dot ({@code export.})
 * @param from first day, {@code to} last day, of the time of China
 * @param words words in the details, the subject or the name
 */
record AuditFilter(
        @Nullable String person,
        @Nullable UUID accountId,
        @Nullable String action,
        @Nullable String subjectKind,
        @Nullable String subjectId,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String words,
        @Nullable String trace) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    /** Conditions on {@code audit_search s}, to be joined by {@code and}, with their parameters. */
    record Conditions(List<String> where, Map<String, Object> params) {

        private void add(@Nullable Object value, String name, String condition) {
            if (value != null && !value.toString().isBlank()) {
                where.add(condition);
                params.put(name, value);
            }
        }
    }

    Conditions conditions() {
        var conditions = new Conditions(new ArrayList<>(), new LinkedHashMap<>());
        conditions.add(person, "person", "s.account_name = :person");
        conditions.add(accountId, "account", "s.account_id = :account");
        conditions.add(subjectKind, "kind", "s.subject_kind = :kind");
        conditions.add(subjectId, "subject", "s.subject_id = :subject");
        conditions.add(trace, "trace", "s.trace = :trace");
        addAction(conditions);
        conditions.add(from == null ? null : from.atStartOfDay(CHINA).toOffsetDateTime(), "from", "s.at >= :from");
        conditions.add(to == null ? null : to.plusDays(1).atStartOfDay(CHINA).toOffsetDateTime(), "to", "s.at < :to");
        Optional<String> query = SearchTokens.query(words);
        conditions.add(query.orElse(null), "words", "s.words @@ to_tsquery('simple', :words)");
        return conditions;
    }

    /** '/' is the character behind '.': a range, which any index serves. */
    private void addAction(Conditions conditions) {
        if (action != null && action.endsWith(".")) {
            conditions.add(action, "action", "s.action >= :action");
            conditions.add(action.substring(0, action.length() - 1) + "/", "actionEnd", "s.action < :actionEnd");
        } else {
            conditions.add(action, "action", "s.action = :action");
        }
    }

    boolean none() {
        return conditions().where().isEmpty();
    }
}
