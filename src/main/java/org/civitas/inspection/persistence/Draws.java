package org.civitas.inspection.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.civitas.inspection.domain.CandidateList;
import org.civitas.inspection.domain.DrawInput;
import org.civitas.inspection.domain.DrawRecord;
import org.civitas.inspection.domain.Exclusion;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.inspection.domain.QuotaTable;
import org.civitas.inspection.domain.Shortfall;
import org.civitas.platform.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Draws as they were made: written once, never changed. */
@Repository
public class Draws {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Draws(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public void insert(DrawRecord draw, UUID drawnBy) {
        jdbc.sql("""
                        insert into plan_draw (id, plan_id, draw_no, seed, algorithm, algorithm_version, candidates,
                            candidates_hash, candidate_count, quotas, exclusions, prefer_never_drawn, shortfalls,
                            drawn_count, result_hash, reason, drawn_by, drawn_by_name, drawn_at)
                        values (:id, :plan, :no, :seed, :algorithm, :version, :candidates, :hash, :candidateCount,
                            :quotas::jsonb, :exclusions::jsonb, :prefer, :shortfalls::jsonb, :drawn, :result, :reason,
                            :by, :byName, :at)
                        """)
                .param("id", draw.id())
                .param("plan", draw.planId())
                .param("no", draw.number())
                .param("seed", draw.input().seed())
                .param("algorithm", draw.algorithm())
                .param("version", draw.algorithmVersion())
                .param("candidates", draw.input().candidates().text())
                .param("hash", draw.candidatesHash())
                .param("candidateCount", draw.input().candidates().candidates().size())
                .param("quotas", json.writeValueAsString(draw.input().quotas().cells()))
                .param("exclusions", json.writeValueAsString(draw.input().exclusions()))
                .param("prefer", draw.input().preferNeverDrawn())
                .param("shortfalls", json.writeValueAsString(draw.shortfalls()))
                .param("drawn", draw.drawnCount())
                .param("result", draw.resultHash())
                .param("reason", draw.reason())
                .param("by", drawnBy)
                .param("byName", AuditTrail.actorName())
                .param("at", Timestamp.from(draw.drawnAt()))
                .update();
    }

    /** All draws of a plan, the last one first. */
    public List<DrawRecord> ofPlan(UUID planId) {
        return jdbc.sql("select * from plan_draw where plan_id = :plan order by draw_no desc")
                .param("plan", planId)
                .query((row, n) -> draw(row))
                .list();
    }

    public Optional<DrawRecord> byId(UUID planId, UUID drawId) {
        return jdbc.sql("select * from plan_draw where plan_id = :plan and id = :id")
                .param("plan", planId)
                .param("id", drawId)
                .query((row, n) -> draw(row))
                .optional();
    }

    /** Sites that stand in the list of any other plan that was not withdrawn. */
    public Set<UUID> drawnInOtherPlans(UUID planId) {
        return jdbc.sql("""
                        select distinct t.site_id from inspection_task t join inspection_plan p on p.id = t.plan_id
                        where t.plan_id <> :plan and p.state <> 'WITHDRAWN'
                        """).param("plan", planId).query(UUID.class).set();
    }

    private DrawRecord draw(ResultSet row) throws SQLException {
        DrawInput input = new DrawInput(
                row.getString("seed"),
                CandidateList.parse(row.getString("candidates")),
                new QuotaTable(json.readValue(row.getString("quotas"), new TypeReference<List<QuotaCell>>() {})),
                json.readValue(row.getString("exclusions"), new TypeReference<List<Exclusion>>() {}),
                row.getBoolean("prefer_never_drawn"));
        return new DrawRecord(
                row.getObject("id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getInt("draw_no"),
                row.getString("algorithm"),
                row.getInt("algorithm_version"),
                input,
                row.getString("candidates_hash"),
                json.readValue(row.getString("shortfalls"), new TypeReference<List<Shortfall>>() {}),
                row.getInt("drawn_count"),
                row.getString("result_hash"),
                row.getString("reason"),
                row.getString("drawn_by_name"),
                row.getTimestamp("drawn_at").toInstant());
    }
}
