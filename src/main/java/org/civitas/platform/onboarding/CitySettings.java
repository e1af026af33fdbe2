package org.civitas.platform.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.web.StaleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 本市设置 — named values of one city; an absent one has the default of who asks. */
@Component
public class CitySettings {

    /** 设置 — a value with the version that a change must name. */
    public record Versioned<T>(T value, int version) {}

    private record Row(String value, int version) {}

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final Clock clock;

    CitySettings(JdbcClient jdbc, JsonMapper json, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.clock = clock;
    }

    /** The value of {@code name}, or {@code absent} with version −1. */
    public <T> Versioned<T> get(String name, Class<T> type, T absent) {
        return jdbc.sql("select value::text as value, version from setting where name = :name")
                .param("name", name)
                .query(Row.class)
                .optional()
                .map(row -> new Versioned<>(json.readValue(row.value(), type), row.version()))
                .orElse(new Versioned<>(absent, -1));
    }

    /**
     * Stores the value.
     *
     * @param version the version that was read (−1 for an absent one)
     * @throws StaleVersion if somebody else stored one meanwhile
     */
    @Transactional
    public void put(String name, Object value, int version) {
        String text = json.writeValueAsString(value);
        int changed = jdbc.sql(version < 0 ? """
                        insert into setting (name, value, changed_at) values (:name, :value::jsonb, :at)
                        on conflict do nothing
                        """ : """
                        update setting set value = :value::jsonb, changed_at = :at, version = version + 1
                        where name = :name and version = :version
                        """)
                .param("name", name)
                .param("value", text)
                .param("at", Timestamp.from(clock.instant()))
                .param("version", version)
                .update();
        if (changed == 0) {
            throw new StaleVersion();
        }
        audit.record("setting.change", "setting", name, Map.of("value", value));
    }
}
