package org.civitas.inspection.persistence;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.civitas.inspection.ObservationQuery;
import org.civitas.inspection.Observations;
import org.civitas.inspection.ObservedFact;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ObservationReader implements Observations {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");
    private static final int FETCH_SIZE = 2_000;

    private static final String EFFECTIVE = """
            select %s from observation o
            where o.area_code like :area and o.visited_at >= :from and o.visited_at < :to
              and (cardinality(:kinds::text[]) = 0 or o.kind = any(:kinds))
              and (cardinality(:plans::uuid[]) = 0 or o.plan_id = any(:plans))
              and (:edition::uuid is null or o.edition_id = :edition)
              and not exists (select 1 from observation c where c.corrects = o.id)
            order by o.site_id, o.visited_at, o.visit_id, o.id
            """.formatted(ObservationRows.COLUMNS);

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate streaming;

    ObservationReader(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        JdbcTemplate fetching = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
        fetching.setFetchSize(FETCH_SIZE);
        this.streaming = new NamedParameterJdbcTemplate(fetching);
    }

    @Override
    public void forEachEffective(ObservationQuery query, Consumer<ObservedFact> sink) {
        MapSqlParameterSource parameters = new MapSqlParameterSource()
                .addValue("area", query.areaCode() + "%")
                .addValue("from", startOf(query.period().first()))
                .addValue("to", startOf(query.period().last().plusDays(1)))
                .addValue("kinds", query.kinds().stream().map(Enum::name).toArray(String[]::new))
                .addValue("plans", query.planIds().toArray(UUID[]::new))
                .addValue("edition", query.editionId());
        RowCallbackHandler handing = row -> sink.accept(ObservationRows.fact(row));
        streaming.query(EFFECTIVE, parameters, handing);
    }

    @Override
    public List<ObservedFact> byIds(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, ObservedFact> found = jdbc
                .sql("select " + ObservationRows.COLUMNS + " from observation o where o.id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) -> ObservationRows.fact(row))
                .list()
                .stream()
                .collect(Collectors.toMap(ObservedFact::id, Function.identity()));
        return ids.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    @Override
    public List<UUID> corrected(Collection<UUID> ids) {
        return jdbc.sql("select corrects from observation where corrects = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private static Timestamp startOf(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(OFFICE).toInstant());
    }
}
