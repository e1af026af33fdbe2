package org.civitas.scoring.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was made out of forecasts: the same selection of one forecast becomes a plan once, and cases once. */
@Repository
public class ForecastBatches {

    /** 生成记录. */
    public record Batch(
            String kind,
            List<UUID> siteIds,
            @Nullable UUID planId,
            List<UUID> caseIds,
            Instant madeAt,
            String madeBy) {}

    private static final String SELECT = "select * from scoring_forecast_batch where forecast_id = :forecast ";

    private final JdbcClient jdbc;

    ForecastBatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Waits for whoever is making something out of this forecast at this moment. */
    public void lock(UUID forecastId) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .param("key", "forecast-batch " + forecastId)
                .query((row, n) -> 0)
                .list();
    }

    public Optional<Batch> find(UUID forecastId, String kind, String selection) {
        return jdbc.sql(SELECT + "and kind = :kind and selection = :selection")
                .param("forecast", forecastId)
                .param("kind", kind)
                .param("selection", selection)
                .query((row, n) -> batch(row))
                .optional();
    }

    /** All of a forecast, the newest first. */
    public List<Batch> of(UUID forecastId) {
        return jdbc.sql(SELECT + "order by made_at desc limit 50")
                .param("forecast", forecastId)
                .query((row, n) -> batch(row))
                .list();
    }

    public void add(UUID forecastId, String selection, Batch batch) {
        jdbc.sql("""
                        insert into scoring_forecast_batch
                            (id, forecast_id, kind, selection, site_ids, plan_id, case_ids, made_at, made_by)
                        values (:id, :forecast, :kind, :selection, :sites, :plan, :cases, :at, :by)
                        """)
                .param("id", Ids.next())
                .param("forecast", forecastId)
                .param("kind", batch.kind())
                .param("selection", selection)
                .param("sites", batch.siteIds().toArray(UUID[]::new))
                .param("plan", batch.planId())
                .param("cases", batch.caseIds().toArray(UUID[]::new))
                .param("at", Timestamp.from(batch.madeAt()))
                .param("by", batch.madeBy())
                .update();
    }

    private static Batch batch(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Batch(
                row.getString("kind"),
                List.of((UUID[]) row.getArray("site_ids").getArray()),
                row.getObject("plan_id", UUID.class),
                List.of((UUID[]) row.getArray("case_ids").getArray()),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"));
    }
}
