package org.civitas.inspection.persistence;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.GradeMark;
import org.civitas.inspection.ObservedFact;
import org.civitas.inspection.Outcome;
import org.civitas.inspection.PlanKind;
import org.civitas.shared.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Reads rows of the table of observations. */
final class ObservationRows {

    static final String COLUMNS = """
            o.id, o.visit_id, o.plan_id, o.kind, o.site_id, o.site_name, o.site_type, o.area_code, o.edition_id,
            o.check_item_code, o.check_item_text, o.outcome, o.grade, o.counted, o.figure, o.failed, o.fault_words,
            o.pictures, o.longitude, o.latitude, o.another_spot, o.observed_at, o.visited_at""";

    private ObservationRows() {}

    static ObservedFact fact(ResultSet row) throws SQLException {
        String grade = row.getString("grade");
        return new ObservedFact(
                id(row, "id"),
                id(row, "visit_id"),
                row.getObject("plan_id", UUID.class),
                PlanKind.valueOf(row.getString("kind")),
                id(row, "site_id"),
                row.getString("site_name"),
                row.getString("site_type"),
                row.getString("area_code"),
                id(row, "edition_id"),
                row.getString("check_item_code"),
                row.getString("check_item_text"),
                Outcome.valueOf(row.getString("outcome")),
                grade == null ? null : GradeMark.valueOf(grade),
                row.getObject("counted", Integer.class),
                row.getBigDecimal("figure"),
                row.getBoolean("failed"),
                row.getString("fault_words"),
                ids(row, "pictures"),
                place(row),
                row.getBoolean("another_spot"),
                row.getTimestamp("observed_at").toInstant(),
                row.getTimestamp("visited_at").toInstant());
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    static List<UUID> ids(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((UUID[]) array.getArray());
    }

    static @Nullable GeoPoint place(ResultSet row) throws SQLException {
        double longitude = row.getDouble("longitude");
        if (row.wasNull()) {
            return null;
        }
        return new GeoPoint(longitude, row.getDouble("latitude"));
    }
}
