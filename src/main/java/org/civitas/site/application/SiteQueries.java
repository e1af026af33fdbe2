package org.civitas.site.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.search.SearchTokens;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.shared.RuleViolation;
import org.civitas.site.Site;
import org.civitas.site.SiteState;
import org.civitas.site.persistence.SiteRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Sites as pages show them, within the asker's scope. */
@Repository
public class SiteQueries {

    /** What the list is asked for; nulls do not filter. */
    public record Filter(
            @Nullable String words,
            @Nullable String typeCode,
            @Nullable String areaCode,
            @Nullable UUID unitId,
            @Nullable SiteState state) {

        public static final Filter NONE = new Filter(null, null, null, null, null);
    }

    /** 点位数 by area and type within the scope. */
    public record CountView(String areaCode, String typeCode, long count) {}

    record Dated(Site site, Instant changedAt) {}

    private static final String WHERE = " where " + SiteScopes.CONDITION + """
              and (:query = '' or s.search @@ to_tsquery('simple', :query))
              and (:type = '' or s.type_code = :type)
              and (:area = '' or s.area_code like :area || '%')
              and (:unit::uuid is null or s.department_unit_id = :unit::uuid or s.territorial_unit_id = :unit::uuid)
              and (:state = '' or s.state = :state)
            """;
    private static final int EXPORT_STEP = 1000;
    private static final int MOST_ON_MAP = 20_000;

    private final JdbcClient jdbc;
    private final SiteScopes scopes;
    private final SiteNames names;

    SiteQueries(JdbcClient jdbc, SiteScopes scopes, SiteNames names) {
        this.jdbc = jdbc;
        this.scopes = scopes;
        this.names = names;
    }

    public Slice<SiteView> list(
            DataScope scope, Filter filter, @Nullable String sort, @Nullable String after, int limit) {
        SiteScopes.Reach reach = scopes.of(scope);
        List<Dated> rows = page(reach, filter, SiteOrder.of(sort), after, limit + 1);
        long total = filtered(reach, "select count(*) from site s" + WHERE, filter)
                .query(Long.class)
                .single();
        SiteOrder order = SiteOrder.of(sort);
        Slice<Dated> slice = Slice.of(
                rows, limit, row -> Cursor.of(order.key(row), row.site().id()), total);
        return new Slice<>(views(slice.items()), slice.next(), slice.total());
    }

    public long count(DataScope scope, Filter filter) {
        return filtered(scopes.of(scope), "select count(*) from site s" + WHERE, filter)
                .query(Long.class)
                .single();
    }

    public Optional<SiteView> one(DataScope scope, UUID id) {
        SiteScopes.Reach reach = scopes.of(scope);
        List<Dated> found = reach.bind(jdbc.sql("select " + SiteRows.COLUMNS
                                + ", s.changed_at from site s where s.id = :id and " + SiteScopes.CONDITION)
                        .param("id", id))
                .query(SiteQueries::dated)
                .list();
        return views(found).stream().findFirst();
    }

    /** All that the filter lets through, in steps, for exports and the map; ordered by code. */
    public void each(DataScope scope, Filter filter, Consumer<SiteView> receiver) {
        SiteScopes.Reach reach = scopes.of(scope);
        String after = null;
        List<Dated> rows;
        do {
            rows = page(reach, filter, SiteOrder.CODE, after, EXPORT_STEP);
            views(rows).forEach(receiver);
            after = rows.isEmpty()
                    ? null
                    : Cursor.of(
                            rows.getLast().site().code(), rows.getLast().site().id());
        } while (rows.size() == EXPORT_STEP);
    }

    /** Sites of the scope, the light way: for the map, which shows at most {@value #MOST_ON_MAP}. */
    public List<Site> all(DataScope scope, Filter filter) {
        List<Site> found = filtered(
                        scopes.of(scope),
                        "select " + SiteRows.COLUMNS + " from site s" + WHERE + " limit " + (MOST_ON_MAP + 1),
                        filter)
                .query(SiteRows::site)
                .list();
        if (found.size() > MOST_ON_MAP) {
            throw new RuleViolation("map.too-many-sites", "这里的点位超过 " + MOST_ON_MAP + " 个，地图不能同时显示，请先按点位类型或区划筛选。");
        }
        return found;
    }

    /** Sites in use by area, cut to {@code digits} of the code, and type. */
    public List<CountView> counts(DataScope scope, String within, int digits) {
        return scopes.of(scope)
                .bind(
                        jdbc.sql(
                                "select left(s.area_code, :digits) as area_code, s.type_code, count(*) as count from site s where "
                                        + SiteScopes.CONDITION
                                        + " and s.state = 'ACTIVE' and s.area_code like :within || '%' group by 1, 2 order by 1, 2"))
                .param("digits", digits)
                .param("within", within)
                .query(CountView.class)
                .list();
    }

    private List<Dated> page(SiteScopes.Reach reach, Filter filter, SiteOrder order, @Nullable String after, int rows) {
        Cursor cursor = Cursor.read(after, 2);
        String sql = "select " + SiteRows.COLUMNS + ", s.changed_at from site s" + WHERE
                + (cursor == null ? "" : order.following()) + order.orderBy() + " limit :limit";
        StatementSpec statement = filtered(reach, sql, filter).param("limit", rows);
        if (cursor != null) {
            statement = statement.param("key", cursor.key(0)).param("id", uuid(cursor.key(1)));
        }
        return statement.query(SiteQueries::dated).list();
    }

    private StatementSpec filtered(SiteScopes.Reach reach, String sql, Filter filter) {
        String query = SearchTokens.query(filter.words()).orElse("");
        return reach.bind(jdbc.sql(sql))
                .param("query", query)
                .param("type", Objects.requireNonNullElse(filter.typeCode(), ""))
                .param("area", Objects.requireNonNullElse(filter.areaCode(), ""))
                .param("unit", filter.unitId())
                .param("state", filter.state() == null ? "" : filter.state().name());
    }

    private List<SiteView> views(List<Dated> rows) {
        SiteNames.Book book = names.of(rows.stream().map(Dated::site).toList());
        return rows.stream().map(row -> view(row, book)).toList();
    }

    private static SiteView view(Dated row, SiteNames.Book book) {
        Site site = row.site();
        return new SiteView(
                site.id(),
                site.code(),
                site.name(),
                site.typeCode(),
                book.type(site.typeCode()),
                site.areaCode(),
                book.areaPath(site.areaCode()),
                site.address(),
                site.position().longitude(),
                site.position().latitude(),
                site.departmentUnitId(),
                book.unit(site.departmentUnitId()),
                site.territorialUnitId(),
                book.unit(site.territorialUnitId()),
                site.personInCharge(),
                site.note(),
                site.state(),
                site.state().label(),
                site.token(),
                row.changedAt(),
                site.version());
    }

    private static Dated dated(ResultSet row, int number) throws SQLException {
        return new Dated(
                SiteRows.site(row, number), row.getTimestamp("changed_at").toInstant());
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw new BadInput("after", "翻页位置无效，请从第一页重新打开列表。");
        }
    }
}
