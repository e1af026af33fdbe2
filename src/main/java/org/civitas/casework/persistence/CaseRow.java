package org.civitas.casework.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.Urgency;
import org.jspecify.annotations.Nullable;

/** 台账行 — a case as lists show it. */
public record CaseRow(
        UUID id,
        String number,
        CaseState state,
        @Nullable Urgency urgency,
        int version,
        String typeCode,
        String channel,
        String description,
        String areaCode,
        @Nullable UUID siteId,
        @Nullable String siteName,
        @Nullable String siteType,
        @Nullable String checkItemCode,
        @Nullable String checkItemText,
        String spot,
        @Nullable Double longitude,
        @Nullable Double latitude,
        String reporterName,
        @Nullable UUID sourceId,
        boolean pictureNeeded,
        Instant foundAt,
        Instant reportedAt,
        @Nullable Instant submittedAt,
        @Nullable Instant closedAt,
        @Nullable UUID leadUnitId,
        @Nullable UUID holderUnitId,
        @Nullable Instant deadlineAt,
        @Nullable Instant stoppedAt,
        boolean provisional,
        int refusals,
        int reworks,
        int seenAgain,
        boolean annulProposed,
        List<UUID> beforePictures,
        List<UUID> afterPictures) {

    static CaseRow read(ResultSet row) throws SQLException {
        String urgency = row.getString("urgency");
        return new CaseRow(
                row.getObject("id", UUID.class),
                row.getString("number"),
                CaseState.valueOf(row.getString("state")),
                urgency == null ? null : Urgency.valueOf(urgency),
                row.getInt("version"),
                row.getString("type_code"),
                row.getString("channel"),
                row.getString("description"),
                row.getString("area_code"),
                row.getObject("site_id", UUID.class),
                row.getString("site_name"),
                row.getString("site_type"),
                row.getString("check_item_code"),
                row.getString("check_item_text"),
                row.getString("spot"),
                degrees(row, "longitude"),
                degrees(row, "latitude"),
                row.getString("reporter_name"),
                row.getObject("source_id", UUID.class),
                row.getBoolean("picture_needed"),
                Moments.need(row, "found_at"),
                Moments.need(row, "reported_at"),
                Moments.find(row, "submitted_at"),
                Moments.find(row, "closed_at"),
                row.getObject("lead_unit_id", UUID.class),
                row.getObject("holder_unit_id", UUID.class),
                Moments.find(row, "deadline_at"),
                Moments.find(row, "stopped_at"),
                row.getBoolean("provisional"),
                row.getInt("refusals"),
                row.getInt("reworks"),
                row.getInt("seen_again"),
                row.getBoolean("annul_proposed"),
                Moments.ids(row, "before_pictures"),
                Moments.ids(row, "after_pictures"));
    }

    private static @Nullable Double degrees(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? null : value;
    }
}
