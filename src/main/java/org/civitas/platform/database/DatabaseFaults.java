package org.civitas.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.transaction.TransactionSystemException;

/** What a failed statement says about the state of the database itself, whatever was asked of it. */
public final class DatabaseFaults {

    private static final String DISK_FULL = "53100";

    /** Killed by an administrator, crashed, starting up or shutting down, no more connections; and a pool that got none. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    /** What the pool says of a connection that it found dead under a transaction. */
    private static final String POOL_CLOSED_IT = "Connection is closed";

    private DatabaseFaults() {}

    /** Is the database out of reach for the moment? Whether a commit under way was done is not known then. */
    public static boolean away(Throwable fault) {
        return anyBehind(fault, DatabaseFaults::saysAway);
    }

    /** Did the database find no room on its disk? */
    public static boolean full(Throwable fault) {
        return anyBehind(fault, found -> DISK_FULL.equals(found.getSQLState()));
    }

    private static boolean saysAway(SQLException found) {
        String state = found.getSQLState();
        return found instanceof SQLTransientConnectionException
                || state != null && (state.startsWith("08") || AWAY.contains(state))
                || state == null && POOL_CLOSED_IT.equals(found.getMessage());
    }

    /** The first fault may hide behind the one of the rollback that followed, and in a batch behind the batch. */
    private static boolean anyBehind(Throwable fault, Predicate<SQLException> says) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof SQLException found && says.test(found)) {
                return true;
            }
            if (t instanceof SQLException found
                    && found.getNextException() != null
                    && says.test(found.getNextException())) {
                return true;
            }
            if (t instanceof TransactionSystemException rollback
                    && rollback.getApplicationException() != null
                    && anyBehind(rollback.getApplicationException(), says)) {
                return true;
            }
            for (Throwable beside : t.getSuppressed()) {
                if (anyBehind(beside, says)) {
                    return true;
                }
            }
        }
        return false;
    }
}
