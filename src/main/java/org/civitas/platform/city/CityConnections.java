package org.civitas.platform.city;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.civitas.platform.database.DatabaseFaults;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The one place where {@code search_path} is set.
 *
 * <p>A connection taken by a thread with a city sees that city's schema and nothing else; one taken without a city sees
 * no schema at all, so that an unqualified table name fails instead of reading somebody's data. The path is set at
 * hand-out, outside any transaction, so that a rollback can not undo it.
 *
 * <p>From PostgreSQL 18 on the server reports the path after every change of it, whoever made it: there the round trip is
 * saved when the report says that the path is right. Work without a city has a pool of its own, so that the look-up of a
 * session does not turn the path (and with it all prepared statements) over twice in every request.
 */
public final class CityConnections extends DelegatingDataSource {

    /** After the server died, each connection that waits in the pool is dead; none of them was of use to anybody yet. */
    private static final int MOST_ATTEMPTS = 40;

    private final DataSource withoutCity;

    /** @param withoutCity connections for threads that work in no city's name */
    public CityConnections(DataSource pool, DataSource withoutCity) {
        super(pool);
        this.withoutCity = withoutCity;
    }

    @Override
    public Connection getConnection() throws SQLException {
        SQLException last = null;
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            try {
                return bound();
            } catch (SQLException e) {
                if (!DatabaseFaults.away(e) || e instanceof SQLTransientConnectionException) {
                    throw e;
                }
                last = e;
            }
        }
        throw Objects.requireNonNull(last);
    }

    private Connection bound() throws SQLException {
        CityCode city = CurrentCity.find();
        return city == null
                ? bind(withoutCity.getConnection(), "''", "\"\"")
                : bind(super.getConnection(), city.schema(), city.schema());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new UnsupportedOperationException("everybody works under the account of the program");
    }

    private static Connection bind(Connection connection, String path, String reported) throws SQLException {
        try {
            if (!reported.equals(path(connection))) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("set search_path to " + path);
                }
            }
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The path as the server reported it last; null where it does not report it. */
    private static @Nullable String path(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getParameterStatus("search_path");
    }
}
