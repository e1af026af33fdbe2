package org.civitas.platform.audit.chain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * 校验 — goes through the chain of the current city from its beginning to its end and compares it with heads from outside.
 *
 * <p>Needs nothing but a database whose search path is the city's schema, so the command uses it without the program. Reads
 * in pages by number: memory stays flat, and lines that are sealed meanwhile are left to the next check.
 */
final class CheckChain {

    private static final int PAGE = 5_000;

    private static final String ROWS = "select s.number, s.line_id, s.hash, " + ChainedLine.COLUMNS + """
             from audit_seal s left join audit_line l on l.id = s.line_id
            where s.number > ? and s.number <= ? order by s.number limit ?
            """;

    /** What is not sealed: what an older transaction than the sealed snapshot wrote can only have been put in by hand. */
    private static final String UNSEALED = """
            select l.id, to_char(l.at, 'YYYY-MM-DD HH24:MI:SS') as at,
                   pg_visible_in_snapshot(l.xid, c.sealed) or l.xid >= pg_snapshot_xmax(pg_current_snapshot()) as past
            from audit_line l cross join audit_chain c
            where not exists (select 1 from audit_seal s where s.line_id = l.id)
            order by l.id limit 1000
            """;

    private final JdbcTemplate jdbc;

    CheckChain(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    private record Chain(long number, byte[] hash, String schema) {}

    /** How many lines there are to check, for the progress. */
    long size() {
        return chain().number();
    }

    /** @param progress hears the number that the check has come to */
    ChainReport check(List<ChainHead> heads, LongConsumer progress) {
        Chain chain = chain();
        var walk = new ChainWalk(ChainedLine.beginning(chain.schema()), heads);
        List<ChainRow> page = page(0, chain.number());
        while (!page.isEmpty()) {
            page.forEach(walk::take);
            progress.accept(page.getLast().number());
            page = page(page.getLast().number(), chain.number());
        }
        walk.end(chain.number(), chain.hash());
        List<Unsealed> unsealed = unsealed();
        unsealed.stream().filter(Unsealed::past).forEach(line -> walk.smuggled(line.id(), line.at()));
        return walk.report(
                chain.number(),
                ChainedLine.hex(chain.hash()),
                unsealed.stream().filter(line -> !line.past()).map(Unsealed::at).toList());
    }

    private record Unsealed(long id, String at, boolean past) {}

    private List<Unsealed> unsealed() {
        return jdbc.query(
                UNSEALED, (row, n) -> new Unsealed(row.getLong("id"), row.getString("at"), row.getBoolean("past")));
    }

    private Chain chain() {
        return jdbc.query(
                        "select number, hash, current_schema() from audit_chain",
                        (row, n) -> new Chain(row.getLong(1), row.getBytes(2), row.getString(3)))
                .getFirst();
    }

    private List<ChainRow> page(long after, long last) {
        return jdbc.query(ROWS, (row, n) -> row(row), after, last, PAGE);
    }

    private static ChainRow row(ResultSet row) throws SQLException {
        @Nullable ChainedLine line = row.getObject("id") == null ? null : ChainedLine.read(row);
        return new ChainRow(row.getLong("number"), row.getLong("line_id"), row.getBytes("hash"), line);
    }

    /** A number of the chain with the line that belongs to it, if that is still there. */
    record ChainRow(
            long number, long lineId, byte[] hash, @Nullable ChainedLine line) {}
}
