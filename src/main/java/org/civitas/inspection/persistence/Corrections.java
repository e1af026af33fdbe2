package org.civitas.inspection.persistence;

import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.civitas.inspection.domain.ObservationEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Corrections: further rows of the same append-only table. */
@Repository
public class Corrections {

    /** What must be known of an observation to correct it. */
    public record Corrected(
            UUID id,
            @Nullable UUID planId,
            UUID editionId,
            String ownerAreaCode,
            String checkItemCode,
            UUID inspectorId,
            @Nullable UUID correctedBy) {}

    private final JdbcClient jdbc;

    Corrections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Corrected> find(UUID id) {
        return jdbc.sql("""
                        select o.id, o.plan_id, o.edition_id, o.owner_area_code, o.check_item_code, o.inspector_id,
                               (select c.id from observation c where c.corrects = o.id) as corrected_by
                        from observation o where o.id = :id
                        """).param("id", id).query(Corrected.class).optional();
    }

    /** Visit, place and item are those of the old row; what was seen, and by whom, is new. */
    public void append(UUID oldId, ObservationEntry entry, String reason, UUID byId, String byName) {
        var place = entry.position();
        var grade = entry.grade();
        jdbc.sql("""
                        insert into observation (id, epoch, visit_id, plan_id, kind, edition_id, site_id, site_name,
                            site_type, area_code, owner_area_code, check_item_code, check_item_text, outcome, grade, counted, figure, failed,
                            faults, remark, fault_words, pictures, longitude, latitude, another_spot, observed_at,
                            visited_at, inspector_id, inspector_name, corrects, correction_reason)
                        select :id, (select epoch from observation_epoch), o.visit_id, o.plan_id, o.kind, o.edition_id,
                            o.site_id, o.site_name, o.site_type, o.area_code, o.owner_area_code,
                            o.check_item_code, o.check_item_text,
                            :outcome, :grade, :count, :figure, :failed, :faults, :remark, :words, :pictures,
                            coalesce(:longitude, o.longitude), coalesce(:latitude, o.latitude), o.another_spot,
                            :observedAt, o.visited_at, :by, :byName, o.id, :reason
                        from observation o where o.id = :old
                        """)
                .param("id", entry.id())
                .param("outcome", entry.outcome().name())
                .param("grade", grade == null ? null : grade.name())
                .param("count", entry.count())
                .param("figure", entry.figure())
                .param("failed", entry.failed())
                .param("faults", entry.faults().toArray(String[]::new))
                .param("remark", entry.remark())
                .param("words", entry.faultWords())
                .param("pictures", entry.pictures().toArray(UUID[]::new))
                .param("longitude", place == null ? null : place.longitude())
                .param("latitude", place == null ? null : place.latitude())
                .param("observedAt", Timestamp.from(entry.observedAt()))
                .param("by", byId)
                .param("byName", byName)
                .param("reason", reason)
                .param("old", oldId)
                .update();
    }
}
