package org.civitas.casework.persistence;

import static org.civitas.casework.persistence.Moments.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.civitas.calendar.WorkingTime;
import org.civitas.casework.CaseBrief;
import org.civitas.casework.Cases;
import org.civitas.casework.domain.CaseState;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.privacy.MaskedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Answers other modules. */
@Repository
class CaseTable implements Cases {

    private static final int MOST = 1_000;
    private static final String SELECT =
            "select c.*, t.name as type_name from case_file c join case_type t on t.code = c.type_code ";

    private static final String OPEN_OF =
            "c.unit_ids @> array[cast(:party as uuid)] and c.state not in ('CLOSED', 'DISMISSED', 'ANNULLED')";

    private final JdbcClient jdbc;

    CaseTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<CaseBrief> byId(UUID id) {
        return jdbc.sql(SELECT + "where c.id = :id")
                .param("id", id)
                .query((row, n) -> brief(row))
                .optional();
    }

    @Override
    public Map<UUID, CaseBrief> bySources(Collection<UUID> sourceIds) {
        Map<UUID, CaseBrief> found = new HashMap<>();
        if (!sourceIds.isEmpty()) {
            jdbc.sql("""
                            select c.*, t.name as type_name, s.source_id as asked
                            from case_source s join case_file c on c.id = s.case_id
                                join case_type t on t.code = c.type_code
                            where s.source_id = any(:sources)
                            """)
                    .param("sources", sourceIds.toArray(UUID[]::new))
                    .query((row, n) -> found.put(row.getObject("asked", UUID.class), brief(row)))
                    .list();
        }
        return found;
    }

    @Override
    public List<CaseBrief> list(Criteria criteria, int limit) {
        return briefs(
                criteria, "c.state not in ('DISMISSED', 'ANNULLED')", "c.reported_at desc, c.id desc", Map.of(), limit);
    }

    @Override
    public List<CaseBrief> typical(Criteria criteria, int limit) {
        return briefs(
                criteria,
                "c.state = 'CLOSED' and c.before_pictures <> '{}' and c.after_pictures <> '{}'",
                "c.closed_at desc, c.id desc",
                Map.of(),
                limit);
    }

    @Override
    public List<CaseBrief> overdue(Criteria criteria, Instant now, int limit) {
        return briefs(
                criteria,
                "c.state in ('DISPATCHED', 'HANDLING', 'SUBMITTED') and coalesce(c.stopped_at, :now) > c.deadline_at",
                "c.deadline_at, c.id",
                Map.of("now", column(now)),
                limit);
    }

    @Override
    public Load load(Criteria criteria, Instant now) {
        List<String> where = new ArrayList<>(List.of("c.state not in ('CLOSED', 'DISMISSED', 'ANNULLED')"));
        Map<String, Object> params = new LinkedHashMap<>(Map.of("now", column(now)));
        restrict(criteria, where, params);
        return jdbc.sql("""
                        select count(*) filter (where state = 'REPORTED') as to_accept,
                            count(*) filter (where state = 'ACCEPTED') as to_dispatch,
                            count(*) filter (where state = 'DISPATCHED') as to_sign,
                            count(*) filter (where state = 'HANDLING') as handling,
                            count(*) filter (where state = 'SUBMITTED') as to_verify,
                            count(*) filter (where coalesce(stopped_at, :now) between warn_at and deadline_at) as near,
                            count(*) filter (where coalesce(stopped_at, :now) > deadline_at) as overdue
                        from case_file c where\s""" + String.join(" and ", where))
                .params(params)
                .query(Load.class)
                .single();
    }

    @Override
    public UnitLoad openOf(UUID unitId, CurrentUser asker, Instant now) {
        CaseScope scope = CaseScope.of(asker);
        return jdbc.sql("""
                        select count(*) filter (where c.lead_unit_id = :party) as lead,
                            count(*) filter (where c.lead_unit_id is distinct from :party) as helping,
                            count(*) filter (where coalesce(c.stopped_at, :now) between c.warn_at and c.deadline_at) as near,
                            count(*) filter (where coalesce(c.stopped_at, :now) > c.deadline_at) as overdue
                          from case_file c where
                        """ + OPEN_OF + " and " + scope.condition())
                .params(scope.params())
                .param("party", unitId)
                .param("now", column(now))
                .query(UnitLoad.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public void forEachOpenOf(UUID unitId, CurrentUser asker, Consumer<CaseBrief> receiver) {
        CaseScope scope = CaseScope.of(asker);
        JdbcClient.StatementSpec statement = jdbc.sql(SELECT + "where " + OPEN_OF + " and " + scope.condition()
                        + " order by c.deadline_at nulls last, c.reported_at, c.id")
                .withFetchSize(500)
                .params(scope.params())
                .param("party", unitId);
        try (Stream<CaseBrief> cases = statement.query((row, n) -> brief(row)).stream()) {
            cases.forEach(receiver);
        }
    }

    private List<CaseBrief> briefs(Criteria criteria, String condition, String order, Map<String, ?> more, int limit) {
        List<String> where = new ArrayList<>(List.of(condition));
        Map<String, Object> params = new LinkedHashMap<>(more);
        restrict(criteria, where, params);
        params.put("limit", Math.min(limit, MOST));
        return jdbc.sql(SELECT + "where " + String.join(" and ", where) + " order by " + order + " limit :limit")
                .params(params)
                .query((row, n) -> brief(row))
                .list();
    }

    private static void restrict(Criteria criteria, List<String> where, Map<String, Object> params) {
        where.add("c.area_code like :area");
        params.put("area", criteria.areaCode() + "%");
        if (criteria.unitId() != null) {
            where.add("c.unit_ids @> array[cast(:unit as uuid)]");
            params.put("unit", criteria.unitId());
        }
        if (criteria.typeCode() != null) {
            where.add("c.type_code = :type");
            params.put("type", criteria.typeCode());
        }
        if (criteria.reported() != null) {
            where.add("c.reported_at >= :reportedFrom and c.reported_at < :reportedTo");
            params.put(
                    "reportedFrom",
                    column(criteria.reported()
                            .first()
                            .atStartOfDay(WorkingTime.ZONE)
                            .toInstant()));
            params.put(
                    "reportedTo",
                    column(criteria.reported()
                            .last()
                            .plusDays(1)
                            .atStartOfDay(WorkingTime.ZONE)
                            .toInstant()));
        }
    }

    private static CaseBrief brief(ResultSet row) throws SQLException {
        CaseState state = CaseState.valueOf(row.getString("state"));
        return new CaseBrief(
                row.getObject("id", UUID.class),
                row.getString("number"),
                state.name(),
                state.word(),
                row.getString("type_code"),
                row.getString("type_name"),
                MaskedText.of(row.getString("description")),
                row.getString("area_code"),
                row.getObject("site_id", UUID.class),
                row.getString("site_name"),
                row.getString("check_item_code"),
                row.getObject("source_id", UUID.class),
                row.getObject("lead_unit_id", UUID.class),
                Moments.need(row, "reported_at"),
                Moments.find(row, "deadline_at"),
                Moments.find(row, "closed_at"),
                row.getInt("reworks"),
                row.getInt("seen_again"),
                Moments.ids(row, "before_pictures"),
                Moments.ids(row, "after_pictures"));
    }
}
