package org.civitas.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads audit lines, new ones first.
 *
 * <p>Without a condition the lines themselves are read, so what was written just now is there; a search goes through the
 * table that the sealer fills within a second.
 */
@Repository
class AuditLines {

    /**
     * One audit line as the auditor sees it.
     *
     * @param number its number in the chain, absent for the moment until it is sealed
     */
    record AuditLineView(
            long id,
            OffsetDateTime at,
            @Nullable UUID accountId,
            String accountName,
            String action,
            String subjectKind,
            String subjectId,
            String details,
            @Nullable String trace,
            @Nullable Long number,
            @Nullable String hash) {}

    private static final String SELECT = """
            select l.id, l.at, l.account_id, l.account_name, l.action, l.subject_kind, l.subject_id, l.details::text as details,
                   l.trace, c.number, encode(c.hash, 'hex') as hash
            """;
    private static final String NEWEST = SELECT + """
            from audit_line l left join audit_seal c on c.line_id = l.id
            where l.id < :id order by l.id desc limit :size
            """;
    private static final String FOUND = SELECT + """
            from (select s.line_id, s.at from audit_search s where %s order by s.at desc, s.line_id desc limit :size) s
            join audit_line l on l.id = s.line_id left join audit_seal c on c.line_id = l.id
            order by s.at desc, s.line_id desc
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate streaming;

    AuditLines(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
        var rowWise = new JdbcTemplate(
                java.util.Objects.requireNonNull(jdbc.getJdbcTemplate().getDataSource()));
        rowWise.setFetchSize(1_000);
        this.streaming = new NamedParameterJdbcTemplate(rowWise);
    }

    Slice<AuditLineView> page(AuditFilter filter, int size, @Nullable Cursor cursor) {
        List<AuditLineView> rows = filter.none() ? newest(size + 1, cursor) : found(filter, size + 1, cursor);
        return Slice.of(rows, size, row -> Cursor.of(micros(row.at()), row.id()), null);
    }

    private List<AuditLineView> newest(int size, @Nullable Cursor cursor) {
        long before = cursor == null ? Long.MAX_VALUE : number(cursor, 1);
        return jdbc.query(NEWEST, Map.of("id", before, "size", size), AuditLines::view);
    }

    private List<AuditLineView> found(AuditFilter filter, int size, @Nullable Cursor cursor) {
        AuditFilter.Conditions conditions = filter.conditions();
        List<String> where = new ArrayList<>(conditions.where());
        Map<String, Object> params = new HashMap<>(conditions.params());
        params.put("size", size);
        if (cursor != null) {
            where.add("(s.at, s.line_id) < (:at, :id)");
            params.put("at", moment(number(cursor, 0)));
            params.put("id", number(cursor, 1));
        }
        return jdbc.query(FOUND.formatted(String.join(" and ", where)), params, AuditLines::view);
    }

    /** How many lines a search finds, counted up to {@code most} + 1. */
    long count(AuditFilter filter, long most) {
        AuditFilter.Conditions conditions = filter.conditions();
        Map<String, Object> params = new HashMap<>(conditions.params());
        params.put("size", most + 1);
        String where = conditions.where().isEmpty() ? "true" : String.join(" and ", conditions.where());
        Long found = jdbc.queryForObject(
                "select count(*) from (select 1 from audit_search s where " + where + " limit :size) x",
                params,
                Long.class);
        return found == null ? 0 : found;
    }

    /** Hands out every line that the filter finds, row by row. */
    @Transactional(readOnly = true)
    public void each(AuditFilter filter, long most, Consumer<AuditLineView> consumer) {
        AuditFilter.Conditions conditions = filter.conditions();
        Map<String, Object> params = new HashMap<>(conditions.params());
        params.put("size", most);
        String where = conditions.where().isEmpty() ? "true" : String.join(" and ", conditions.where());
        streaming.query(FOUND.formatted(where), params, (ResultSet row) -> consumer.accept(view(row, 0)));
    }

    private static AuditLineView view(ResultSet row, int n) throws SQLException {
        long number = row.getLong("number");
        return new AuditLineView(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class),
                row.getObject("account_id", UUID.class),
                row.getString("account_name"),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("details"),
                row.getString("trace"),
                number == 0 ? null : number,
                row.getString("hash"));
    }

    private static long number(Cursor cursor, int key) {
        try {
            return Long.parseLong(cursor.key(key));
        } catch (NumberFormatException unreadable) {
            throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
        }
    }

    private static long micros(OffsetDateTime at) {
        return at.toEpochSecond() * 1_000_000 + at.getNano() / 1_000;
    }

    private static OffsetDateTime moment(long micros) {
        return java.time.Instant.ofEpochSecond(
                        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L)
                .atOffset(ZoneOffset.UTC);
    }
}
