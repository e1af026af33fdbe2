package org.civitas.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.civitas.platform.city.CityCode;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings the schema {@code platform} and every city's schema to the version of this program. */
public final class Migrations {

    private static final long LOCK = 0x0C17174501L;

    private final DataSource dataSource;
    private final boolean citus;

    Migrations(DataSource dataSource, boolean citus) {
        this.dataSource = dataSource;
        this.citus = citus;
    }

    void all() {
        alone(() -> {
            migrate("platform", "classpath:db/platform");
            new JdbcTemplate(dataSource)
                    .queryForList("select code from platform.city order by code", String.class)
                    .forEach(code -> migrateCity(new CityCode(code)));
        });
    }

    /** Makes or renews the schema of one city. */
    public void city(CityCode code) {
        alone(() -> migrateCity(code));
    }

    private void migrateCity(CityCode code) {
        if (citus) {
            new JdbcTemplate(dataSource).execute(distributed(code));
        }
        migrate(code.schema(), "classpath:db/city");
    }

    /** Citus makes a schema distributed when it is created under this setting; one that is there stays as it is. */
    static String distributed(CityCode code) {
        return "set citus.enable_schema_based_sharding to on; create schema if not exists " + code.schema()
                + "; reset citus.enable_schema_based_sharding";
    }

    /** Nodes that start at the same time do this one after the other; Flyway's own lock begins too late, after the schema. */
    private void alone(Runnable work) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                work.run();
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new StartFault("数据库结构无法升级：" + e.getMessage(), e);
        }
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
