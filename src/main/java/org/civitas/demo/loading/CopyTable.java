package org.civitas.demo.loading;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows of one table on their way into the database by COPY. */
final class CopyTable {

    private final String command;
    private final int columns;
    private StringBuilder rows = new StringBuilder();
    private long count;

    CopyTable(String table, String... columns) {
        this.command = "copy " + table + " (" + String.join(", ", columns) + ") from stdin";
        this.columns = columns.length;
    }

    /** One value for each column; collections become arrays. */
    void row(@Nullable Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values: " + command);
        }
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            append(values[i]);
        }
        rows.append('\n');
        count++;
    }

    long count() {
        return count;
    }

    /** Takes what has gathered away, to be sent while more gathers. */
    Consumer<Connection> cut() {
        StringBuilder taken = rows;
        rows = new StringBuilder();
        return connection -> send(taken, connection);
    }

    private void send(StringBuilder taken, Connection connection) {
        if (taken.isEmpty()) {
            return;
        }
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(command, new StringReader(taken.toString()));
        } catch (SQLException e) {
            throw new IllegalStateException(command + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void append(@Nullable Object value) {
        if (value == null) {
            rows.append("\\N");
        } else if (value instanceof Collection<?> many) {
            array(many);
        } else {
            escaped(value.toString());
        }
    }

    private void array(Collection<?> many) {
        rows.append('{');
        boolean first = true;
        for (Object each : many) {
            if (!first) {
                rows.append(',');
            }
            first = false;
            String quoted = each.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            escaped('"' + quoted + '"');
        }
        rows.append('}');
    }

    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\t' -> rows.append("\\t");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                default -> rows.append(c);
            }
        }
    }
}
