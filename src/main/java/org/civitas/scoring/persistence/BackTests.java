package org.civitas.scoring.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.scoring.domain.forecast.BackTest.Tested;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Back-tests as they were made: written once, never changed. */
@Repository
public class BackTests {

    /** 已存回测. */
    public record Stored(
            UUID id,
            UUID editionId,
            String editionTitle,
            String areaCode,
            String areaName,
            String ownerArea,
            Instant createdAt,
            String createdBy,
            long seed,
            int draws,
            double halfLifeDays,
            List<Tested> rounds) {}

    private static final TypeReference<List<Tested>> ROUNDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    BackTests(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @return false when it is already there: a work that was run again */
    public boolean add(Stored test) {
        return jdbc.sql("""
                        insert into scoring_back_test (id, edition_id, edition_title, area_code, area_name, owner_area,
                            created_at, created_by, seed, draws, half_life_days, result)
                        values (:id, :edition, :editionTitle, :area, :areaName, :owner, :at, :by, :seed, :draws,
                            :halfLife, :result::jsonb) on conflict (id) do nothing
                        """)
                        .param("id", test.id())
                        .param("edition", test.editionId())
                        .param("editionTitle", test.editionTitle())
                        .param("area", test.areaCode())
                        .param("areaName", test.areaName())
                        .param("owner", test.ownerArea())
                        .param("at", Timestamp.from(test.createdAt()))
                        .param("by", test.createdBy())
                        .param("seed", test.seed())
                        .param("draws", test.draws())
                        .param("halfLife", test.halfLifeDays())
                        .param("result", json.writeValueAsString(test.rounds()))
                        .update()
                == 1;
    }

    /** The newest back-test of an edition over an area that an office within {@code scope} made. */
    public Optional<Stored> newest(UUID editionId, String areaCode, String scope) {
        return jdbc.sql("""
                        select * from scoring_back_test where edition_id = :edition and area_code = :area
                          and owner_area like :scope || '%' order by created_at desc, id desc limit 1
                        """)
                .param("edition", editionId)
                .param("area", areaCode)
                .param("scope", scope)
                .query((row, n) -> new Stored(
                        row.getObject("id", UUID.class),
                        row.getObject("edition_id", UUID.class),
                        row.getString("edition_title"),
                        row.getString("area_code"),
                        row.getString("area_name"),
                        row.getString("owner_area"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("created_by"),
                        row.getLong("seed"),
                        row.getInt("draws"),
                        row.getDouble("half_life_days"),
                        json.readValue(row.getString("result"), ROUNDS)))
                .optional();
    }
}
