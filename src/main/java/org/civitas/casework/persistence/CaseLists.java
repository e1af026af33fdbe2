package org.civitas.casework.persistence;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The ledger: lists of cases by filter and scope, page by page or streamed whole. */
@Repository
public class CaseLists {

    /** Above this the number of hits is not counted: it would cost more than the page. */
    private static final int COUNTED = 1_000;

    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    /** 排序 — by what the list is ordered. */
    public enum Order {
        NEWEST("c.reported_at", "desc", "<"),
        OLDEST("c.reported_at", "asc", ">"),
        DEADLINE("coalesce(c.deadline_at, timestamptz '9999-01-01Z')", "asc", ">"),
        SUBMITTED("coalesce(c.submitted_at, timestamptz '9999-01-01Z')", "asc", ">");

        private final String key;
        private final String direction;
        private final String beyond;

        Order(String key, String direction, String beyond) {
            this.key = key;
            this.direction = direction;
            this.beyond = beyond;
        }

        /** Where every hit has a deadline, the bare column finds its index. */
        String key(CaseFilter filter) {
            return this == DEADLINE && !filter.urgencies().isEmpty() ? "c.deadline_at" : key;
        }

        Instant keyOf(CaseRow row) {
            return switch (this) {
                case NEWEST, OLDEST -> row.reportedAt();
                case DEADLINE -> row.deadlineAt() == null ? FAR : row.deadlineAt();
                case SUBMITTED -> row.submittedAt() == null ? FAR : row.submittedAt();
            };
        }
    }

    /** Not the words to be found by: they are as long as all the rest. */
    private static final String COLUMNS = """
            select c.id, c.number, c.state, c.version, c.type_code, c.channel, c.description, c.area_code, c.site_id,
                c.site_name, c.site_type, c.check_item_code, c.check_item_text, c.spot, c.longitude, c.latitude,
                c.reporter_name, c.source_id, c.picture_needed, c.found_at, c.reported_at, c.submitted_at, c.closed_at,
                c.lead_unit_id, c.holder_unit_id, c.deadline_at, c.stopped_at, c.provisional, c.refusals, c.reworks,
                c.seen_again, c.annul_proposed, c.before_pictures, c.after_pictures, %s as urgency
            """.formatted(CaseFilter.URGENCY);

    /**
     * The newest cases, for words that very many cases hold: a page of hits is found among them sooner than the index of
     * words can put all hits in order. Too few hits there: the index is asked after all.
     */
    private static final String NEWEST_OF = """
             from (select c.* from case_file c where true %s order by c.reported_at desc, c.id desc limit 10000) as c
            """;

    private final WordFrequency frequency;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final Clock clock;

    CaseLists(JdbcClient jdbc, DataSource dataSource, Clock clock, WordFrequency frequency) {
        this.frequency = frequency;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** The number of hits is counted for the first page only: who turns the page knows it already. */
    public Slice<CaseRow> page(CaseFilter filter, CaseScope scope, Order order, int limit, @Nullable String after) {
        CaseFilter.Sql sql = filter.sql(scope, clock.instant());
        Map<String, Object> params = new LinkedHashMap<>(sql.params());
        String beyond = "";
        Cursor cursor = Cursor.read(after, 2);
        String key = order.key(filter);
        if (cursor != null) {
            beyond = " and (" + key + ", c.id) " + order.beyond + " (:afterKey, :afterId)";
            params.put("afterKey", moment(cursor.key(0)));
            params.put("afterId", id(cursor.key(1)));
        }
        params.put("limit", limit + 1);
        String last = " order by " + key + " " + order.direction + ", c.id " + order.direction + " limit :limit";
        List<CaseRow> rows = List.of();
        if (order == Order.NEWEST && params.get("text") instanceof String text && frequency.isFrequent(text)) {
            rows = read(COLUMNS + NEWEST_OF.formatted(beyond) + sql.where() + last, params);
        }
        if (rows.size() <= limit) {
            rows = read(COLUMNS + sql.from() + sql.where() + beyond + last, params);
        }
        return Slice.of(rows, limit, row -> Cursor.of(order.keyOf(row), row.id()), cursor == null ? count(sql) : null);
    }

    private List<CaseRow> read(String sql, Map<String, Object> params) {
        return jdbc.sql(sql).params(params).query((row, n) -> CaseRow.read(row)).list();
    }

    public Optional<CaseRow> byId(UUID id, CaseScope scope) {
        CaseFilter.Sql sql = CaseFilter.NONE.sql(scope, clock.instant());
        return jdbc.sql(COLUMNS + sql.from() + sql.where() + " and c.id = :id")
                .params(sql.params())
                .param("id", id)
                .query((row, n) -> CaseRow.read(row))
                .optional();
    }

    /** All rows in the order newest first, one at a time, with flat memory. */
    @Transactional(readOnly = true)
    public void each(CaseFilter filter, CaseScope scope, Consumer<CaseRow> use) {
        CaseFilter.Sql sql = filter.sql(scope, clock.instant());
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(500);
        new NamedParameterJdbcTemplate(streaming)
                .query(
                        COLUMNS + sql.from() + sql.where() + " order by c.reported_at desc, c.id desc",
                        sql.params(),
                        row -> {
                            use.accept(CaseRow.read(row));
                        });
    }

    private @Nullable Long count(CaseFilter.Sql sql) {
        long count = jdbc.sql("select count(*) from (select 1" + sql.from() + sql.where() + " limit " + (COUNTED + 1)
                        + ") as hits")
                .params(sql.params())
                .query(Long.class)
                .single();
        return count > COUNTED ? null : count;
    }

    private static OffsetDateTime moment(String text) {
        try {
            return OffsetDateTime.ofInstant(Instant.parse(text), ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
        }
    }
}
