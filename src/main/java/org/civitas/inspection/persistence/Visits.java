package org.civitas.inspection.persistence;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.inspection.domain.ObservationEntry;
import org.civitas.inspection.domain.VisitSubmission;
import org.civitas.platform.audit.AuditTrail;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Visits with their observations: appended in one statement, never changed. */
@Repository
public class Visits {

    /** Where, for which plan and by whom a visit was made. */
    public record VisitFrame(
            @Nullable UUID planId,
            PlanKind kind,
            UUID editionId,
            UUID siteId,
            String siteName,
            String siteType,
            String areaCode,
            String ownerAreaCode,
            UUID inspectorId,
            String inspectorName) {}

    /** A visit that is already stored. */
    public record StoredVisit(UUID id, UUID inspectorId, String contentHash, Instant receivedAt) {}

    /** A visit and where it was made. */
    public record VisitedSite(UUID visitId, UUID siteId) {}

    /** An observation as a row, in the words of the table's columns. */
    private record ObservationRow(
            UUID id,
            String check_item_code,
            String check_item_text,
            String outcome,
            @Nullable String grade,
            @Nullable Integer counted,
            @Nullable BigDecimal figure,
            boolean failed,
            List<String> faults,
            String remark,
            String fault_words,
            List<UUID> pictures,
            @Nullable Double longitude,
            @Nullable Double latitude,
            boolean another_spot,
            String observed_at) {}

    /** Everything in one statement, at twice the rate of single inserts; a visit already there writes nothing at all. */
    private static final String SUBMIT = """
            with v as (
                insert into visit (id, plan_id, task_id, kind, edition_id, site_id, site_name, site_type, area_code,
                    owner_area_code, inspector_id, inspector_name, started_at, ended_at, received_at, remark, content_hash)
                values (:visit, :plan, :task, :kind, :edition, :site, :siteName, :siteType, :area, :owner,
                    :inspector, :inspectorName, :started, :ended, :received, :remark, :hash)
                on conflict (id) do nothing
                returning *
            ), o as (
                insert into observation (id, epoch, visit_id, plan_id, kind, edition_id, site_id, site_name, site_type,
                    area_code, owner_area_code, check_item_code, check_item_text, outcome, grade, counted, figure, failed, faults, remark,
                    fault_words, pictures, longitude, latitude, another_spot, observed_at, visited_at, inspector_id,
                    inspector_name, corrects, correction_reason)
                select r.id, (select epoch from observation_epoch), v.id, v.plan_id, v.kind, v.edition_id, v.site_id,
                    v.site_name, v.site_type, v.area_code, v.owner_area_code, r.check_item_code, r.check_item_text, r.outcome, r.grade,
                    r.counted, r.figure, r.failed, r.faults, r.remark, r.fault_words, r.pictures, r.longitude, r.latitude,
                    r.another_spot, r.observed_at, v.ended_at, v.inspector_id, v.inspector_name, null, null
                from v cross join jsonb_to_recordset(:rows::jsonb) as r(id uuid, check_item_code text,
                    check_item_text text, outcome text, grade text, counted int, figure numeric, failed boolean,
                    faults text[], remark text, fault_words text, pictures uuid[], longitude double precision,
                    latitude double precision, another_spot boolean, observed_at timestamptz)
                returning failed
            ), t as (
                update inspection_task set state = 'VISITED', visit_id = v.id, done_at = v.ended_at, version = version + 1
                from v where inspection_task.id = v.task_id and inspection_task.state <> 'VISITED'
            ), a as (
                insert into audit_line (at, account_id, account_name, action, subject_kind, subject_id, details, trace)
                select v.received_at, :actor, :actorName, 'visit.submit', 'visit', v.id::text, :details::jsonb, :trace from v
            )
            select count(*) from v
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Visits(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    public Optional<StoredVisit> byId(UUID id) {
        return jdbc.sql("select id, inspector_id, content_hash, received_at from visit where id = :id")
                .param("id", id)
                .query((row, n) -> new StoredVisit(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getTimestamp(4).toInstant()))
                .optional();
    }

    public List<VisitedSite> ofPlan(UUID planId) {
        return jdbc.sql("select id as visit_id, site_id from visit where plan_id = :plan order by id")
                .param("plan", planId)
                .query(VisitedSite.class)
                .list();
    }

    /** True when it was stored now, false when it was there before and nothing was written. */
    public boolean append(VisitSubmission visit, VisitFrame frame, ItemTexts texts, Instant receivedAt) {
        List<ObservationRow> rows =
                visit.observations().stream().map(entry -> row(entry, texts)).toList();
        return jdbc.sql(SUBMIT)
                        .param("visit", visit.visitId())
                        .param("plan", frame.planId())
                        .param("task", visit.taskId())
                        .param("kind", frame.kind().name())
                        .param("edition", frame.editionId())
                        .param("site", frame.siteId())
                        .param("siteName", frame.siteName())
                        .param("siteType", frame.siteType())
                        .param("area", frame.areaCode())
                        .param("owner", frame.ownerAreaCode())
                        .param("inspector", frame.inspectorId())
                        .param("inspectorName", frame.inspectorName())
                        .param("started", Timestamp.from(visit.startedAt()))
                        .param("ended", Timestamp.from(visit.endedAt()))
                        .param("received", Timestamp.from(receivedAt))
                        .param("remark", visit.remark())
                        .param("hash", visit.contentHash())
                        .param("rows", json.writeValueAsString(rows))
                        .param("actor", AuditTrail.actorId())
                        .param("actorName", AuditTrail.actorName())
                        .param("details", "{\"observations\": " + rows.size() + "}")
                        .param("trace", MDC.get("trace"))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** The words of a check item as they stand now; copied, because they may change later. */
    @FunctionalInterface
    public interface ItemTexts {
        String of(String checkItemCode);
    }

    private static ObservationRow row(ObservationEntry entry, ItemTexts texts) {
        var place = entry.position();
        var grade = entry.grade();
        return new ObservationRow(
                entry.id(),
                entry.checkItemCode(),
                texts.of(entry.checkItemCode()),
                entry.outcome().name(),
                grade == null ? null : grade.name(),
                entry.count(),
                entry.figure(),
                entry.failed(),
                entry.faults(),
                entry.remark(),
                entry.faultWords(),
                entry.pictures(),
                place == null ? null : place.longitude(),
                place == null ? null : place.latitude(),
                entry.anotherSpot(),
                entry.observedAt().toString());
    }
}
