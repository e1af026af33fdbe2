package org.civitas.scoring.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.civitas.platform.web.Cursor;
import org.civitas.scoring.domain.FrozenWords;
import org.civitas.scoring.domain.forecast.Correlation;
import org.civitas.scoring.domain.forecast.FixedPart;
import org.civitas.scoring.domain.forecast.ForecastModel;
import org.civitas.scoring.domain.forecast.ForecastResult;
import org.civitas.scoring.domain.forecast.ForecastSettings;
import org.civitas.scoring.domain.forecast.SamplePlan;
import org.civitas.scoring.domain.forecast.TypeModel;
import org.civitas.scoring.persistence.FrozenJson.EditionJson;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Forecasts as they were made: written once, never changed. */
@Repository
public class Forecasts {

    /** 未计入内容 — a method whose requirements have no judged value, with its points in integers of 10⁻⁹. */
    public record LeftOut(String method, int requirements, long points, String why) {}

    /** 预测头 — what a forecast is about, without its result. */
    public record Head(
            UUID id,
            UUID editionId,
            String editionTitle,
            String areaCode,
            String areaName,
            String ownerArea,
            Instant createdAt,
            String createdBy,
            Instant asOf,
            ForecastSettings settings) {}

    /**
     * 已存预测.
     *
     * @param secretPlans plans not yet released that it rests on
     */
    public record Stored(Head head, ForecastResult result, List<LeftOut> leftOut, int secretPlans, FrozenWords words) {}

    /** One line of the list; scores in 10⁻⁹ per cent. */
    public record Row(
            UUID id,
            String editionTitle,
            String areaName,
            OffsetDateTime createdAt,
            String createdBy,
            long mean,
            long low,
            long high,
            long target,
            double reached) {}

    private record ModelJson(
            EditionJson edition,
            List<TypeModel> types,
            List<FixedPart> fixed,
            Correlation correlation,
            int observations) {}

    private static final TypeReference<List<LeftOut>> LEFT_OUT = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Integer>> PLAN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Forecasts(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false when it is already there: a work that was run again */
    public boolean add(Stored forecast, ForecastModel model) {
        Head head = forecast.head();
        ForecastResult result = forecast.result();
        return jdbc.sql("""
                        insert into scoring_forecast (id, edition_id, edition_title, area_code, area_name, owner_area,
                            created_at, created_by, as_of, seed, draws, half_life_days, target, sample_plan, mean, low,
                            high, reached, left_out, secret_plans, words, result, model)
                        values (:id, :edition, :editionTitle, :area, :areaName, :owner, :at, :by, :asOf, :seed, :draws,
                            :halfLife, :target, :plan::jsonb, :mean, :low, :high, :reached, :leftOut::jsonb, :secretPlans,
                            :words::jsonb, :result::jsonb, :model)
                        on conflict (id) do nothing
                        """)
                        .param("id", head.id())
                        .param("edition", head.editionId())
                        .param("editionTitle", head.editionTitle())
                        .param("area", head.areaCode())
                        .param("areaName", head.areaName())
                        .param("owner", head.ownerArea())
                        .param("at", Timestamp.from(head.createdAt()))
                        .param("by", head.createdBy())
                        .param("asOf", Timestamp.from(head.asOf()))
                        .param("seed", head.settings().seed())
                        .param("draws", head.settings().draws())
                        .param("halfLife", head.settings().halfLifeDays())
                        .param("target", head.settings().target())
                        .param(
                                "plan",
                                json.writeValueAsString(head.settings().plan().sitesByType()))
                        .param("mean", result.mean())
                        .param("low", result.low())
                        .param("high", result.high())
                        .param("reached", result.reached())
                        .param("leftOut", json.writeValueAsString(forecast.leftOut()))
                        .param("secretPlans", forecast.secretPlans())
                        .param("words", json.writeValueAsString(forecast.words()))
                        .param("result", json.writeValueAsString(result))
                        .param("model", packed(model))
                        .update()
                == 1;
    }

    /** Those made by an office within {@code scope}, the newest first. */
    public List<Row> list(String scope, @Nullable Cursor after, int limit) {
        return jdbc.sql("""
                        select id, edition_title, area_name, created_at, created_by, mean, low, high, target, reached
                        from scoring_forecast where owner_area like :scope || '%'
                          and (:at::timestamptz is null or (created_at, id) < (:at::timestamptz, :id::uuid))
                        order by created_at desc, id desc limit :limit
                        """)
                .param("scope", scope)
                .param("at", after == null ? null : after.key(0))
                .param("id", after == null ? null : after.key(1))
                .param("limit", limit + 1)
                .query(Row.class)
                .list();
    }

    public Optional<Stored> find(UUID id, String scope) {
        return jdbc.sql("select * from scoring_forecast where id = :id and owner_area like :scope || '%'")
                .param("id", id)
                .param("scope", scope)
                .query((row, n) -> stored(row))
                .optional();
    }

    /** The fitted model, for what-ifs. */
    public ForecastModel model(UUID id) {
        byte[] bytes = jdbc.sql("select model from scoring_forecast where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            ModelJson model = json.readValue(in, ModelJson.class);
            return new ForecastModel(
                    model.edition().edition(), model.types(), model.fixed(), model.correlation(), model.observations());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] packed(ForecastModel model) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            json.writeValue(
                    out,
                    new ModelJson(
                            EditionJson.of(model.edition()),
                            model.types(),
                            model.fixed(),
                            model.correlation(),
                            model.observations()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Stored stored(ResultSet row) throws SQLException {
        Head head = new Head(
                row.getObject("id", UUID.class),
                row.getObject("edition_id", UUID.class),
                row.getString("edition_title"),
                row.getString("area_code"),
                row.getString("area_name"),
                row.getString("owner_area"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("created_by"),
                row.getTimestamp("as_of").toInstant(),
                new ForecastSettings(
                        new SamplePlan(json.readValue(row.getString("sample_plan"), PLAN)),
                        row.getLong("target"),
                        row.getInt("draws"),
                        row.getLong("seed"),
                        row.getDouble("half_life_days")));
        return new Stored(
                head,
                json.readValue(row.getString("result"), ForecastResult.class),
                json.readValue(row.getString("left_out"), LEFT_OUT),
                row.getInt("secret_plans"),
                json.readValue(row.getString("words"), FrozenWords.class));
    }
}
