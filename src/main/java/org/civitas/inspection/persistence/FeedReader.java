package org.civitas.inspection.persistence;

import static org.civitas.inspection.persistence.ObservationRows.id;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.FailedObservation;
import org.civitas.inspection.FeedPosition;
import org.civitas.inspection.ObservationFeed;
import org.civitas.inspection.PlanKind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Problems in the order (epoch, transaction, id).
 *
 * <p>A transaction that began earlier may commit later; its rows would then lie before a position already handed out. So
 * nothing at or above the oldest running transaction is handed out, which is what {@code pg_snapshot_xmin} tells.
 */
@Repository
class FeedReader implements ObservationFeed {

    private static final String NEXT = """
            select o.epoch, o.xid, o.id, o.visit_id, o.kind, o.site_id, o.site_name, o.site_type, o.area_code, o.edition_id,
                   o.check_item_code, o.check_item_text, o.fault_words, o.pictures, o.longitude, o.latitude, o.another_spot,
                   o.observed_at, o.inspector_name, o.corrects, not o.failed as withdrawn, p.owner_area_code
            from observation o left join inspection_plan p on p.id = o.plan_id
            where (o.failed or o.corrects is not null)
              and (o.epoch, o.xid, o.id) > (:epoch, :xid, :id)
              and (o.epoch < (select epoch from observation_epoch)
                   or o.xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint)
              and (o.failed or exists (select 1 from observation b where b.id = o.corrects and b.failed))
            order by o.epoch, o.xid, o.id
            limit :limit
            """;

    /** The table keeps no time of a correction; its line in the audit, of the same transaction, does. */
    private static final String RECEIVED = """
            select coalesce(
                (select min(l.at) from audit_line l where o.corrects is not null and l.xid = o.xid::text::xid8),
                v.received_at)
            from observation o join visit v on v.id = o.visit_id where o.id = :id
            """;

    private final JdbcClient jdbc;

    FeedReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FailedObservation> after(FeedPosition position, int limit) {
        return jdbc.sql(NEXT)
                .param("epoch", position.epoch())
                .param("xid", position.xid())
                .param("id", position.id())
                .param("limit", limit)
                .query((row, n) -> failed(row))
                .list();
    }

    @Override
    public @Nullable Instant oldestAfter(FeedPosition position) {
        return after(position, 1).stream()
                .findFirst()
                .map(first -> jdbc.sql(RECEIVED)
                        .param("id", first.observationId())
                        .query((row, n) -> row.getTimestamp(1).toInstant())
                        .single())
                .orElse(null);
    }

    private static FailedObservation failed(ResultSet row) throws SQLException {
        return new FailedObservation(
                new FeedPosition(row.getInt("epoch"), row.getLong("xid"), id(row, "id")),
                id(row, "id"),
                id(row, "visit_id"),
                PlanKind.valueOf(row.getString("kind")),
                id(row, "site_id"),
                row.getString("site_name"),
                row.getString("site_type"),
                row.getString("area_code"),
                id(row, "edition_id"),
                row.getString("check_item_code"),
                row.getString("check_item_text"),
                row.getString("fault_words"),
                ObservationRows.ids(row, "pictures"),
                ObservationRows.place(row),
                row.getBoolean("another_spot"),
                row.getTimestamp("observed_at").toInstant(),
                row.getString("inspector_name"),
                row.getObject("corrects", UUID.class),
                row.getBoolean("withdrawn"),
                row.getString("owner_area_code"));
    }
}
