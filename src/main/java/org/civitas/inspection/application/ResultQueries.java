package org.civitas.inspection.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.inspection.Outcome;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Results: observations that count now, cut to what the asker may know.
 *
 * <p>The one place where observations leave this module for a screen, an export or an answer to a program.
 */
@Component
public class ResultQueries {

    /** @param inspectorName only for the office whose inspection it was */
    public record ResultView(
            UUID id,
            UUID visitId,
            @Nullable UUID planId,
            PlanKind kind,
            String kindName,
            UUID siteId,
            String siteName,
            String siteType,
            String siteTypeName,
            String areaCode,
            String areaName,
            String checkItemCode,
            String checkItemText,
            Outcome outcome,
            String verdict,
            boolean failed,
            String faultWords,
            List<UUID> pictures,
            @Nullable Double longitude,
            @Nullable Double latitude,
            boolean anotherSpot,
            Instant observedAt,
            Instant visitedAt,
            @Nullable String inspectorName,
            @Nullable UUID corrects,
            @Nullable String correctionReason,
            boolean corrected) {}

    /** What the list is cut to; null or blank = everything. */
    public record ResultFilter(
            @Nullable UUID plan,
            @Nullable UUID visit,
            @Nullable UUID site,
            @Nullable String area,
            @Nullable String siteType,
            @Nullable PlanKind kind,
            boolean failedOnly,
            @Nullable String words,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {

        public static ResultFilter ofVisit(UUID visit) {
            return new ResultFilter(null, visit, null, null, null, null, false, null, null, null);
        }
    }

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private static final String SELECT = """
            select o.id, o.visit_id, o.plan_id, o.kind, o.site_id, o.site_name, o.site_type, o.area_code, o.check_item_code,
                   o.check_item_text, o.outcome, o.grade, o.counted, o.figure, o.failed, o.fault_words, o.pictures,
                   o.longitude, o.latitude, o.another_spot, o.observed_at, o.visited_at, o.corrects, o.correction_reason,
                   case when o.owner_area_code like :owned or o.inspector_id = :me then o.inspector_name end as inspector_name,
                   exists (select 1 from observation c where c.corrects = o.id) as corrected
            from observation o
            """;

    /** Own inspections and, once they are released, those over the asker's area; an inspector's own records besides. */
    private static final String VISIBLE = """
            (o.owner_area_code like :owned or o.inspector_id = :me
             or (:released <> '' and o.area_code like :released
                 and exists (select 1 from inspection_plan p where p.id = o.plan_id and p.released_at is not null)))
            """;

    private static final String FILTER = """
            and not exists (select 1 from observation c where c.corrects = o.id)
            and (:plan::uuid is null or o.plan_id = :plan)
            and (:visit::uuid is null or o.visit_id = :visit)
            and (:site::uuid is null or o.site_id = :site)
            and (:area::text is null or o.area_code like :area)
            and (:type::text is null or o.site_type = :type)
            and (:kind::text is null or o.kind = :kind)
            and (not :failedOnly or o.failed)
            and (:words = '' or position(:words in o.site_name) > 0 or position(:words in o.check_item_text) > 0
                 or position(:words in o.fault_words) > 0)
            and (:from::timestamptz is null or o.visited_at >= :from)
            and (:to::timestamptz is null or o.visited_at < :to)
            """;

    private static final String SHOWS_PICTURE =
            "select exists (select 1 from observation o where o.pictures @> array[:picture] and " + VISIBLE + ")";

    private final JdbcClient jdbc;
    private final Names names;

    ResultQueries(JdbcClient jdbc, Names names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    public Slice<ResultView> list(CurrentUser user, ResultFilter filter, int limit, @Nullable String after) {
        Cursor cursor = Cursor.read(after, 2);
        NamedRows named = new NamedRows(names);
        List<ResultView> rows = jdbc.sql(SELECT + " where " + VISIBLE + FILTER + """
                        and (:afterAt::timestamptz is null or (o.visited_at, o.id) < (:afterAt::timestamptz, :afterId::uuid))
                        order by o.visited_at desc, o.id desc limit :limit
                        """)
                .paramSource(parameters(user, filter)
                        .addValue("afterAt", cursor == null ? null : Timestamp.from(cursor.instant(0)))
                        .addValue("afterId", cursor == null ? null : cursor.uuid(1))
                        .addValue("limit", limit + 1))
                .query(named::view)
                .list();
        return Slice.of(rows, limit, row -> Cursor.of(row.visitedAt(), row.id()), null);
    }

    /** One observation with those that it corrects or that correct it, the newest first. */
    public List<ResultView> history(CurrentUser user, UUID id) {
        NamedRows named = new NamedRows(names);
        List<ResultView> rows = jdbc.sql(
                        """
                        with recursive newer as (
                            select id from observation where id = :id
                            union all select c.id from observation c join newer n on c.corrects = n.id),
                        older as (
                            select id, corrects from observation where id = :id
                            union all select b.id, b.corrects from observation b join older x on b.id = x.corrects)
                        """ + SELECT + " where " + VISIBLE
                                + " and o.id in (select id from newer union select id from older) order by o.epoch desc, o.xid desc")
                .paramSource(parameters(user, ResultFilter.ofVisit(id)).addValue("id", id))
                .query(named::view)
                .list();
        if (rows.isEmpty()) {
            throw new NotFound("检查记录");
        }
        return rows;
    }

    /** Whether an observation that the asker may see refers to the picture. */
    public boolean showsPicture(CurrentUser user, UUID pictureId) {
        return jdbc.sql(SHOWS_PICTURE)
                .param("picture", pictureId)
                .param("owned", PlanAccess.ownedPattern(user))
                .param("released", PlanAccess.releasedPattern(user))
                .param("me", user.accountId())
                .query(Boolean.class)
                .single();
    }

    /** Hands every row to the writer of an export, without holding them. */
    @Transactional(readOnly = true)
    public void each(CurrentUser user, ResultFilter filter, Consumer<ResultView> sink) {
        NamedRows named = new NamedRows(names);
        String sql = SELECT + " where " + VISIBLE + FILTER + " order by o.visited_at desc, o.id desc";
        try (var rows =
                jdbc.sql(sql).withFetchSize(1_000).paramSource(parameters(user, filter)).query(named::view).stream()) {
            rows.forEach(sink);
        }
    }

    private static MapSqlParameterSource parameters(CurrentUser user, ResultFilter filter) {
        return new MapSqlParameterSource()
                .addValue("owned", PlanAccess.ownedPattern(user))
                .addValue("released", PlanAccess.releasedPattern(user))
                .addValue("me", user.accountId())
                .addValue("plan", filter.plan())
                .addValue("visit", filter.visit())
                .addValue("site", filter.site())
                .addValue("area", filter.area() == null || filter.area().isBlank() ? null : filter.area() + "%")
                .addValue("type", filter.siteType())
                .addValue("kind", filter.kind() == null ? null : filter.kind().name())
                .addValue("failedOnly", filter.failedOnly())
                .addValue("words", filter.words() == null ? "" : filter.words().strip())
                .addValue("from", startOf(filter.from()))
                .addValue("to", filter.to() == null ? null : startOf(filter.to().plusDays(1)));
    }

    private static @Nullable Timestamp startOf(@Nullable LocalDate day) {
        return day == null ? null : Timestamp.from(day.atStartOfDay(OFFICE).toInstant());
    }

    /** Rows with names; an area is asked for once. */
    private static final class NamedRows {

        private final Names names;
        private final Map<String, String> types;
        private final Map<String, String> areas = new HashMap<>();

        NamedRows(Names names) {
            this.names = names;
            this.types = names.siteTypes();
        }

        ResultView view(ResultSet row, int n) throws SQLException {
            Outcome outcome = Outcome.valueOf(row.getString("outcome"));
            PlanKind kind = PlanKind.valueOf(row.getString("kind"));
            String type = row.getString("site_type");
            String area = row.getString("area_code");
            return new ResultView(
                    row.getObject("id", UUID.class),
                    row.getObject("visit_id", UUID.class),
                    row.getObject("plan_id", UUID.class),
                    kind,
                    kind.label(),
                    row.getObject("site_id", UUID.class),
                    row.getString("site_name"),
                    type,
                    types.getOrDefault(type, type),
                    area,
                    areas.computeIfAbsent(
                            area, code -> names.areaPaths(List.of(code)).get(code)),
                    row.getString("check_item_code"),
                    row.getString("check_item_text"),
                    outcome,
                    Verdict.words(row, outcome),
                    row.getBoolean("failed"),
                    row.getString("fault_words"),
                    List.of((UUID[]) row.getArray("pictures").getArray()),
                    row.getObject("longitude", Double.class),
                    row.getObject("latitude", Double.class),
                    row.getBoolean("another_spot"),
                    row.getTimestamp("observed_at").toInstant(),
                    row.getTimestamp("visited_at").toInstant(),
                    row.getString("inspector_name"),
                    row.getObject("corrects", UUID.class),
                    row.getString("correction_reason"),
                    row.getBoolean("corrected"));
        }
    }
}
