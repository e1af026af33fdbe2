package org.civitas.territory.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.territory.DutyKind;
import org.civitas.territory.DutyPlaces;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Duties as pages show them. */
@Repository
public class DutyQueries {

    /** 责任 as pages show it. */
    public record DutyView(
            UUID id,
            DutyKind kind,
            String kindLabel,
            String targetKind,
            String areaCode,
            String areaPath,
            @Nullable UUID siteId,
            @Nullable String siteType,
            String target,
            UUID unitId,
            String unitName,
            @Nullable String personName,
            @Nullable String personTitle,
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String basis,
            int version) {

        DutyView aimedAt(String words) {
            return new DutyView(
                    id,
                    kind,
                    kindLabel,
                    targetKind,
                    areaCode,
                    areaPath,
                    siteId,
                    siteType,
                    words,
                    unitId,
                    unitName,
                    personName,
                    personTitle,
                    firstDay,
                    lastDay,
                    basis,
                    version);
        }
    }

    /** What the register is asked for; nulls do not filter. {@code on} keeps what holds on that day. */
    public record Filter(
            @Nullable DutyKind kind,
            @Nullable String areaCode,
            @Nullable UUID unitId,
            @Nullable UUID siteId,
            @Nullable LocalDate on,
            @Nullable String words) {}

    private static final String SELECT = """
            select d.id, d.kind, d.target_kind, d.area_code, a.path as area_path, d.site_id, d.site_type, d.unit_id,
                   u.name as unit_name, d.person_name, d.person_title, d.first_day, d.last_day, d.basis, d.version
            from duty d left join area a on a.code = d.area_code left join unit u on u.id = d.unit_id
            """;
    private static final String WHERE = """
            where d.area_code like :scope
              and (:kind = '' or d.kind = :kind)
              and (:area = '' or d.area_code like :area || '%')
              and (:unit::uuid is null or d.unit_id = :unit::uuid)
              and (:site::uuid is null or d.site_id = :site::uuid)
              and (:on::date is null or d.first_day <= :on::date and (d.last_day is null or d.last_day >= :on::date))
              and (:words = '' or position(:words in u.name) > 0 or position(:words in coalesce(d.person_name, '')) > 0
                   or position(:words in a.name) > 0)
            """;

    private final JdbcClient jdbc;
    private final DutyPlaces places;

    DutyQueries(JdbcClient jdbc, DutyPlaces places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    public Slice<DutyView> list(DataScope scope, Filter filter, @Nullable String after, int limit) {
        Cursor cursor = Cursor.read(after, 2);
        List<DutyView> rows = filtered(SELECT + WHERE + """
                         and (d.area_code, d.id::text) > (:area_after, :id_after)
                        order by d.area_code, d.id::text limit :limit
                        """, scope, filter)
                .param("area_after", cursor == null ? "" : cursor.key(0))
                .param("id_after", cursor == null ? "" : cursor.key(1))
                .param("limit", limit + 1)
                .query(DutyQueries::view)
                .list();
        long total = filtered(
                        "select count(*) from duty d left join area a on a.code = d.area_code left join unit u on u.id = d.unit_id "
                                + WHERE,
                        scope,
                        filter)
                .query(Long.class)
                .single();
        return Slice.of(named(rows), limit, duty -> Cursor.of(duty.areaCode(), duty.id()), total);
    }

    public Optional<DutyView> one(UUID id) {
        return byIds(List.of(id)).stream().findFirst();
    }

    public List<DutyView> byIds(List<UUID> ids) {
        return named(jdbc.sql(SELECT + "where d.id = any(:ids) order by array_position(:ids, d.id)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(DutyQueries::view)
                .list());
    }

    private List<DutyView> named(List<DutyView> duties) {
        List<UUID> siteIds =
                duties.stream().map(DutyView::siteId).filter(Objects::nonNull).toList();
        Map<UUID, DutyPlaces.Place> sites = siteIds.isEmpty() ? Map.of() : places.byIds(siteIds);
        Map<String, String> types =
                duties.stream().allMatch(duty -> duty.siteType() == null) ? Map.of() : places.typeNames();
        return duties.stream()
                .map(duty -> duty.aimedAt(target(duty, sites, types)))
                .toList();
    }

    private static String target(DutyView duty, Map<UUID, DutyPlaces.Place> sites, Map<String, String> types) {
        String type = duty.siteType();
        if (type != null) {
            return duty.areaPath() + "的" + types.getOrDefault(type, type);
        }
        if (duty.siteId() == null) {
            return duty.areaPath();
        }
        DutyPlaces.Place place = sites.get(duty.siteId());
        return place == null ? "（已删除的点位）" : place.name() + "（" + place.code() + "）";
    }

    private JdbcClient.StatementSpec filtered(String sql, DataScope scope, Filter filter) {
        return jdbc.sql(sql)
                .param("scope", scope.areaPattern())
                .param("kind", filter.kind() == null ? "" : filter.kind().name())
                .param("area", filter.areaCode() == null ? "" : filter.areaCode())
                .param("unit", filter.unitId())
                .param("site", filter.siteId())
                .param("on", filter.on())
                .param("words", filter.words() == null ? "" : filter.words().strip());
    }

    private static DutyView view(ResultSet row, int number) throws SQLException {
        DutyKind kind = DutyKind.valueOf(row.getString("kind"));
        return new DutyView(
                row.getObject("id", UUID.class),
                kind,
                kind.label(),
                row.getString("target_kind"),
                row.getString("area_code"),
                orElse(row.getString("area_path"), row.getString("area_code")),
                row.getObject("site_id", UUID.class),
                row.getString("site_type"),
                "",
                row.getObject("unit_id", UUID.class),
                orElse(row.getString("unit_name"), "（已删除的单位）"),
                row.getString("person_name"),
                row.getString("person_title"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("basis"),
                row.getInt("version"));
    }

    private static String orElse(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }
}
