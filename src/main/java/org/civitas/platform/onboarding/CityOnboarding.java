package org.civitas.platform.onboarding;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.civitas.platform.audit.AuditTrail;
import org.civitas.platform.city.CityCode;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.database.Migrations;
import org.civitas.platform.web.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** 开通城市 — makes a city's schema and enters the city; nothing of another city is touched. */
@Component
public class CityOnboarding {

    private final Migrations migrations;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AuditTrail audit;
    private final Clock clock;

    CityOnboarding(
            Migrations migrations, JdbcClient jdbc, TransactionTemplate transaction, AuditTrail audit, Clock clock) {
        this.migrations = migrations;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Opens a city; when a former attempt broke off, it is finished.
     *
     * @throws Conflict {@code city.exists} if the city is already there
     */
    public void open(CityCode code, String name) {
        boolean known = jdbc.sql("select exists(select 1 from platform.city where code = :code)")
                .param("code", code.value())
                .query(Boolean.class)
                .single();
        if (known) {
            throw new Conflict("city.exists", "城市 " + code + " 已经开通，无需重复开通。");
        }
        migrations.city(code);
        CurrentCity.run(code, () -> transaction.executeWithoutResult(status -> enter(code, name)));
    }

    private void enter(CityCode code, String name) {
        jdbc.sql("insert into platform.city (code, name, created_at) values (:code, :name, :at)")
                .param("code", code.value())
                .param("name", name)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        audit.record("city.open", "city", code, Map.of("name", name));
    }
}
