package org.civitas.inspection.persistence;

import org.civitas.platform.city.Cities;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Opens a new epoch where the rows remember a transaction that this database has not counted to yet: it was restored
 * from a dump, and new rows would otherwise sort before old ones.
 */
@Component
class ObservationEpoch {

    private static final String OPEN_WHERE_COUNT_FELL_BACK = """
            update observation_epoch e set epoch = e.epoch + 1
            where (select max(o.xid) from observation o where o.epoch = e.epoch) > pg_current_xact_id()::text::bigint
            """;

    private final Cities cities;
    private final JdbcClient jdbc;

    ObservationEpoch(Cities cities, JdbcClient jdbc) {
        this.cities = cities;
        this.jdbc = jdbc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void openInEveryCity() {
        cities.each(city -> openIfRestored());
    }

    /** True when a new epoch was opened. */
    boolean openIfRestored() {
        return jdbc.sql(OPEN_WHERE_COUNT_FELL_BACK).update() > 0;
    }
}
