package org.civitas.platform.audit.chain;

/**
 * A {@code pg_snapshot} as PostgreSQL writes it, {@code xmin:xmax:running,running}.
 *
 * @param xmax the first transaction that had not begun
 * @param running the transactions that were running, as an array literal of {@code xid8}
 */
record SnapshotText(long xmax, String running) {

    static SnapshotText of(String text) {
        String[] parts = text.split(":", -1);
        return new SnapshotText(Long.parseLong(parts[1]), "{" + parts[2] + "}");
    }
}
