package org.civitas.platform.audit.chain;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.civitas.platform.search.SearchTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 封链 — links the committed audit lines of the current city to its chain and enters them in the search table.
 *
 * <p>Writers know nothing of it: linking in their transactions would make them wait for each other. Ids do not appear in
 * commit order, so the sealer goes from snapshot to snapshot: everything visible in the snapshot {@code sealed} is linked;
 * what is new are the lines of the transactions that were running then, and of all later ones. A transaction that runs for
 * an hour therefore holds up nobody's lines but its own. A snapshot with many new lines is taken in batches; the place
 * within it is kept in the same transaction as the links, so a crash loses and doubles nothing. The row of
 * {@code audit_chain} is locked meanwhile: on several nodes one seals, others pass by.
 *
 * <p>Triggers refuse to change or delete a line. The owner of the database can remove a trigger: that is what the chain,
 * and its head outside the database, are for.
 */
@Component
public class SealLines {

    /** 链头 — the last number of the chain (0: nothing sealed yet) and its hash in hexadecimal. */
    public record ChainEnd(long number, String hash) {}

    private record State(
            long number,
            byte[] hash,
            SnapshotText sealed,
            @Nullable String sealing,
            String xid,
            long id) {}

    private static final int BATCH = 5_000;

    private static final String ANYTHING = """
            select c.sealing is not null
                or exists (select 1 from audit_line l where l.xid >= pg_snapshot_xmax(c.sealed)
                           and l.xid < pg_snapshot_xmax(pg_current_snapshot()))
                or exists (select 1 from audit_line l
                           where l.xid = any (array(select x.x from pg_snapshot_xip(c.sealed) x(x))))
                or pg_snapshot_xmax(c.sealed) > pg_snapshot_xmax(pg_current_snapshot())
            from audit_chain c
            """;
    private static final String NEXT = """
            where (l.xid, l.id) > (?::xid8, ?) and %s
              and l.xid < pg_snapshot_xmax(?::pg_snapshot) and pg_visible_in_snapshot(l.xid, ?::pg_snapshot)
              and not exists (select 1 from audit_seal s where s.line_id = l.id)
            order by l.xid, l.id limit ?
            """;
    private static final String NOT_LINKED = "select pg_current_snapshot()::text as now, " + ChainedLine.COLUMNS + """
             from (select 1) one
            left join audit_line l on not exists (select 1 from audit_seal s where s.line_id = l.id)
            order by l.id
            """;
    private static final String LINES = "select " + ChainedLine.COLUMNS + " from audit_line l ";

    private final JdbcClient client;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    SealLines(JdbcClient client, JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.client = client;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Links everything that is committed now. */
    public void all() {
        boolean more = true;
        while (more) {
            more = some();
        }
    }

    /** Links one batch; answers whether there may be more at once. */
    public boolean some() {
        boolean anything = client.sql(ANYTHING).query(Boolean.class).single();
        return anything && Boolean.TRUE.equals(transaction.execute(status -> seal()));
    }

    /** Where the chain ends. */
    public ChainEnd end() {
        return client.sql("select number, encode(hash, 'hex') as hash from audit_chain")
                .query(ChainEnd.class)
                .single();
    }

    private boolean seal() {
        Optional<State> found = lock();
        if (found.isEmpty()) {
            return false;
        }
        State state = found.get();
        if (countedBack(state)) {
            return begin(state.number(), state.hash());
        }
        String target = Objects.requireNonNullElseGet(state.sealing(), this::now);
        List<ChainedLine> lines = next(state, target);
        byte[] hash = link(state.number(), state.hash(), lines);
        long number = state.number() + lines.size();
        if (lines.size() < BATCH) {
            finish(number, hash, target);
            return false;
        }
        jdbc.update(
                "update audit_chain set number = ?, hash = ?, sealing = ?::pg_snapshot, at_xid = ?::xid8, at_id = ?",
                number,
                hash,
                target,
                lines.getLast().xid(),
                lines.getLast().id());
        return true;
    }

    private void finish(long number, byte[] hash, String sealed) {
        jdbc.update("""
                update audit_chain
                set number = ?, hash = ?, sealed = ?::pg_snapshot, sealing = null, at_xid = '0', at_id = 0
                """, number, hash, sealed);
    }

    private Optional<State> lock() {
        return client.sql("""
                        select number, hash, sealed::text, sealing::text, at_xid::text, at_id
                        from audit_chain for update skip locked
                        """)
                .query((row, n) -> new State(
                        row.getLong(1),
                        row.getBytes(2),
                        SnapshotText.of(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6)))
                .optional();
    }

    private String now() {
        return Objects.requireNonNull(jdbc.queryForObject("select pg_current_snapshot()::text", String.class));
    }

    /** Does the state remember transactions that this database has not counted to: was it restored from a dump? */
    private boolean countedBack(State state) {
        return SnapshotText.of(now()).xmax() < state.sealed().xmax();
    }

    /**
     * After a restore from a dump, transaction numbers begin anew: what is not linked is linked by its id, once, and the
     * snapshot of this moment counts as sealed.
     */
    private boolean begin(long number, byte[] hash) {
        List<ChainedLine> lines = new ArrayList<>();
        String[] moment = new String[1];
        jdbc.query(NOT_LINKED, row -> {
            moment[0] = row.getString("now");
            if (row.getObject("id") != null) {
                lines.add(ChainedLine.read(row));
            }
        });
        String target = Objects.requireNonNull(moment[0]);
        byte[] end = link(number, hash, lines);
        finish(number + lines.size(), end, target);
        return false;
    }

    /** Lines that {@code target} sees and the sealed snapshot does not: first those of transactions that ran then. */
    private List<ChainedLine> next(State state, String target) {
        String xmax = Long.toString(state.sealed().xmax());
        List<ChainedLine> lines = new ArrayList<>();
        String xid = state.xid();
        long id = state.id();
        if (Long.parseLong(xid) < state.sealed().xmax()) {
            lines.addAll(
                    lines("l.xid = any (?::xid8[])", xid, id, state.sealed().running(), target, BATCH));
            if (lines.size() == BATCH) {
                return lines;
            }
            xid = xmax;
            id = Long.MIN_VALUE;
        }
        lines.addAll(lines("l.xid >= ?::xid8", xid, id, xmax, target, BATCH - lines.size()));
        return lines;
    }

    private List<ChainedLine> lines(String which, String xid, long id, String value, String target, int limit) {
        return jdbc.query(
                LINES + NEXT.formatted(which),
                (ResultSet row, int n) -> ChainedLine.read(row),
                xid,
                id,
                value,
                target,
                target,
                limit);
    }

    private byte[] link(long number, byte[] previous, List<ChainedLine> lines) {
        byte[] hash = previous;
        Long[] ids = new Long[lines.size()];
        byte[][] hashes = new byte[lines.size()][];
        String[] words = new String[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            ChainedLine line = lines.get(i);
            hash = line.hash(number + 1 + i, hash);
            ids[i] = line.id();
            hashes[i] = hash;
            words[i] = SearchTokens.document(line.accountName(), line.subjectId(), line.details());
        }
        if (!lines.isEmpty()) {
            store(number, ids, hashes, words);
        }
        return hash;
    }

    private void store(long number, Long[] ids, byte[][] hashes, String[] words) {
        jdbc.execute((java.sql.Connection connection) -> {
            Array lineIds = connection.createArrayOf("bigint", ids);
            try (var seal = connection.prepareStatement("""
                            insert into audit_seal (number, line_id, hash, version)
                            select ? + n, id, hash, ? from unnest(?, ?) with ordinality as a(id, hash, n)
                            """);
                    var search = connection.prepareStatement("""
                            insert into audit_search (line_id, at, account_id, account_name, action, subject_kind, subject_id,
                                trace, words)
                            select l.id, l.at, l.account_id, l.account_name, l.action, l.subject_kind, l.subject_id, l.trace,
                                   to_tsvector('simple', a.words)
                            from unnest(?, ?) as a(id, words) join audit_line l on l.id = a.id
                            on conflict (line_id) do nothing
                            """)) {
                seal.setLong(1, number);
                seal.setShort(2, ChainedLine.VERSION);
                seal.setArray(3, lineIds);
                seal.setArray(4, connection.createArrayOf("bytea", hashes));
                seal.executeUpdate();
                search.setArray(1, lineIds);
                search.setArray(2, connection.createArrayOf("text", words));
                return search.executeUpdate();
            } finally {
                free(lineIds);
            }
        });
    }

    private static void free(Array array) throws SQLException {
        array.free();
    }
}
