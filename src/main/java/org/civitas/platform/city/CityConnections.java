package org.civitas.platform.city;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The one place where {@code search_path} is set.
 *
 * <p>A connection taken by a thread with a city sees that city's schema and nothing else; one taken without a city sees
 * no schema at all, so that an unqualified table name fails instead of reading somebody's data. The path is set at every
 * hand-out, outside any transaction, so that a rollback can not undo it.
 */
public final class CityConnections extends DelegatingDataSource {

    public CityConnections(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return bind(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        return bind(super.getConnection(username, password));
    }

    private static Connection bind(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to " + path(CurrentCity.find()));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static String path(@Nullable CityCode city) {
        return city == null ? "''" : city.schema();
    }
}
