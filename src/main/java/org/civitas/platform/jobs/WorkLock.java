package org.civitas.platform.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Lets one node at a time do a work, even when another takes its node for dead because it is slow.
 *
 * <p>The lock belongs to a database session: PostgreSQL gives it back by itself when the node that held it dies.
 */
@Component
class WorkLock {

    /** Another node is still at this work; it is looked at again later. */
    static final class HeldElsewhere extends RuntimeException {
        HeldElsewhere(UUID work) {
            super("work " + work + " is still being done elsewhere");
        }
    }

    private final DataSource dataSource;

    WorkLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @throws HeldElsewhere when another node holds the work */
    void alone(UUID work, Runnable run) {
        try (Connection connection = dataSource.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)", work)) {
                throw new HeldElsewhere(work);
            }
            try {
                run.run();
            } finally {
                ask(connection, "select pg_advisory_unlock(?)", work);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of work " + work + " is lost", e);
        }
    }

    private static boolean ask(Connection connection, String sql, UUID work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, work.getLeastSignificantBits());
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
