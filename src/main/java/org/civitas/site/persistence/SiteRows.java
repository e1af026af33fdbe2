package org.civitas.site.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.civitas.shared.GeoPoint;
import org.civitas.site.Site;
import org.civitas.site.SiteState;

/** How a row of table site is read. */
public final class SiteRows {

    public static final String COLUMNS = """
            s.id, s.code, s.name, s.type_code, s.area_code, s.address, s.longitude, s.latitude, s.department_unit_id,
            s.territorial_unit_id, s.person_in_charge, s.note, s.state, s.token, s.version
            """;

    private SiteRows() {}

    public static Site site(ResultSet row, int number) throws SQLException {
        return new Site(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("type_code"),
                row.getString("area_code"),
                row.getString("address"),
                new GeoPoint(row.getDouble("longitude"), row.getDouble("latitude")),
                row.getObject("department_unit_id", UUID.class),
                row.getObject("territorial_unit_id", UUID.class),
                row.getString("person_in_charge"),
                row.getString("note"),
                SiteState.valueOf(row.getString("state")),
                row.getString("token"),
                row.getInt("version"));
    }
}
