package org.civitas.platform.database;

import javax.sql.DataSource;
import org.civitas.platform.city.CityCode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the schema {@code platform} and every city's schema to the version of this program. */
public final class Migrations {

    private final DataSource dataSource;

    Migrations(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void all() {
        migrate("platform", "classpath:db/platform");
        new JdbcTemplate(dataSource)
                .queryForList("select code from platform.city order by code", String.class)
                .forEach(code -> city(new CityCode(code)));
    }

    /** Makes or renews the schema of one city. */
    public void city(CityCode code) {
        migrate(code.schema(), "classpath:db/city");
    }

    private void migrate(String schema, String location) {
        try {
            Flyway.configure()
                    .dataSource(dataSource)
                    .defaultSchema(schema)
                    .schemas(schema)
                    .locations(location)
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StartFault("数据库结构 " + schema + " 无法升级到本程序的版本：" + e.getMessage(), e);
        }
    }
}
