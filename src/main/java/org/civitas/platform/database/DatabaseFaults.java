package org.civitas.platform.database;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a failed statement says about the state of the database itself, whatever was asked of it. */
public final class DatabaseFaults {

    private static final String DISK_FULL = "53100";

    /** Killed by an administrator, crashed, starting up or shutting down, no more connections; and a pool that got none. */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300");

    private DatabaseFaults() {}

    /** Is the database out of reach for the moment? Whether a commit under way was done is not known then. */
    public static boolean away(Throwable fault) {
        SQLException found = sql(fault);
        if (found == null) {
            return false;
        }
        String state = found.getSQLState();
        return found instanceof java.sql.SQLTransientConnectionException
                || state != null && (state.startsWith("08") || AWAY.contains(state));
    }

    /** Did the database find no room on its disk? */
    public static boolean full(Throwable fault) {
        SQLException found = sql(fault);
        return found != null && DISK_FULL.equals(found.getSQLState());
    }

    private static @Nullable SQLException sql(Throwable fault) {
        for (Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof SQLException found) {
                return found;
            }
        }
        return null;
    }
}
