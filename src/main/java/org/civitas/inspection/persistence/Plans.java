package org.civitas.inspection.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.InspectionPlan;
import org.civitas.inspection.domain.PlanState;
import org.civitas.inspection.domain.QuotaCell;
import org.civitas.inspection.domain.QuotaTable;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.StaleVersion;
import org.civitas.shared.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Inspection plans with their quotas. */
@Repository
public class Plans {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    Plans(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    public Optional<InspectionPlan> byId(UUID id) {
        return jdbc.sql("select * from inspection_plan where id = :id")
                .param("id", id)
                .query((row, n) -> plan(row))
                .optional();
    }

    public void insert(InspectionPlan plan) {
        jdbc.sql("""
                        insert into inspection_plan (id, title, kind, edition_id, first_day, last_day, area_code,
                            owner_area_code, prefer_never_drawn, state, created_by, created_by_name, created_at)
                        values (:id, :title, :kind, :edition, :first, :last, :area, :owner, :prefer, :state, :by, :byName, :at)
                        """)
                .param("id", plan.id())
                .param("title", plan.title())
                .param("kind", plan.kind().name())
                .param("edition", plan.editionId())
                .param("first", plan.period().first())
                .param("last", plan.period().last())
                .param("area", plan.areaCode())
                .param("owner", plan.ownerAreaCode())
                .param("prefer", plan.preferNeverDrawn())
                .param("state", plan.state().name())
                .param("by", plan.createdBy())
                .param("byName", AuditTrail.actorName())
                .param("at", Timestamp.from(plan.createdAt()))
                .update();
    }

    /** Writes the plan over the version that was read; {@code reason} is kept where one is given. */
    public void update(InspectionPlan plan, @Nullable String reason) {
        int rows = jdbc.sql("""
                        update inspection_plan set title = :title, kind = :kind, edition_id = :edition, first_day = :first,
                            last_day = :last, area_code = :area, prefer_never_drawn = :prefer, state = :state,
                            state_reason = coalesce(:reason, state_reason), released_at = :released, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("title", plan.title())
                .param("kind", plan.kind().name())
                .param("edition", plan.editionId())
                .param("first", plan.period().first())
                .param("last", plan.period().last())
                .param("area", plan.areaCode())
                .param("prefer", plan.preferNeverDrawn())
                .param("state", plan.state().name())
                .param("reason", reason)
                .param("released", timestamp(plan.releasedAt()))
                .param("id", plan.id())
                .param("version", plan.version())
                .update();
        if (rows == 0) {
            throw new StaleVersion();
        }
    }

    public QuotaTable quotas(UUID planId) {
        return new QuotaTable(jdbc.sql("select site_type, area_code, number from plan_quota where plan_id = :id")
                .param("id", planId)
                .query((row, n) -> new QuotaCell(row.getString(1), row.getString(2), row.getInt(3)))
                .list());
    }

    public void replaceQuotas(UUID planId, QuotaTable quotas) {
        template.update("delete from plan_quota where plan_id = ?", planId);
        List<Object[]> rows = quotas.cells().stream()
                .map(cell -> new Object[] {planId, cell.siteType(), cell.areaCode(), cell.number()})
                .toList();
        template.batchUpdate(
                "insert into plan_quota (plan_id, site_type, area_code, number) values (?, ?, ?, ?)", rows);
    }

    private static InspectionPlan plan(ResultSet row) throws SQLException {
        Timestamp released = row.getTimestamp("released_at");
        return new InspectionPlan(
                row.getObject("id", UUID.class),
                row.getString("title"),
                PlanKind.valueOf(row.getString("kind")),
                row.getObject("edition_id", UUID.class),
                new Period(row.getObject("first_day", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                row.getString("area_code"),
                row.getString("owner_area_code"),
                row.getBoolean("prefer_never_drawn"),
                PlanState.valueOf(row.getString("state")),
                released == null ? null : released.toInstant(),
                row.getObject("created_by", UUID.class),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
