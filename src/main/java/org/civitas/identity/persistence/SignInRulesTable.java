package org.civitas.identity.persistence;

import java.sql.Timestamp;
import java.time.Instant;
import org.civitas.identity.domain.SignInRules;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each city has settled about passwords and sessions. */
@Repository
public class SignInRulesTable {

    /** The rules with the version that a change must name; −1 for the usual ones. */
    public record Stored(SignInRules rules, int version) {}

    private final JdbcClient jdbc;

    SignInRulesTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Stored of(CityCode city) {
        return jdbc.sql("""
                select password_days, idle_minutes, life_hours, version from platform.identity_setting
                where city_code = :city
                """)
                .param("city", city.value())
                .query((row, n) -> new Stored(
                        new SignInRules(
                                row.getInt("password_days"), row.getInt("idle_minutes"), row.getInt("life_hours")),
                        row.getInt("version")))
                .optional()
                .orElse(new Stored(SignInRules.USUAL, -1));
    }

    /** @throws StaleVersion if somebody else changed them meanwhile */
    public void put(CityCode city, SignInRules rules, int version, Instant at) {
        int changed = jdbc.sql(version < 0 ? """
                        insert into platform.identity_setting
                          (city_code, password_days, idle_minutes, life_hours, changed_at)
                        values (:city, :days, :idle, :life, :at) on conflict do nothing
                        """ : """
                        update platform.identity_setting set password_days = :days, idle_minutes = :idle,
                               life_hours = :life, changed_at = :at, version = version + 1
                        where city_code = :city and version = :version
                        """)
                .param("city", city.value())
                .param("days", rules.passwordDays())
                .param("idle", rules.idleMinutes())
                .param("life", rules.lifeHours())
                .param("at", Timestamp.from(at))
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
    }
}
