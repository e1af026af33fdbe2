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

    /**
     * What is not sealed: what an older transaction than the sealed snapshot wrote can only have been put in by hand. Those
     * come first; the rest is only counted.
     */
    private static final String UNSEALED = """
            with open as (
                select l.id, to_char(l.at, 'YYYY-MM-DD HH24:MI:SS') as at,
                       pg_visible_in_snapshot(l.xid, c.sealed) or l.xid >= pg_snapshot_xmax(pg_current_snapshot()) as past
                from audit_line l cross join audit_chain c
                where not exists (select 1 from audit_seal s where s.line_id = l.id))
            select id, at, past, count(*) filter (where past) over () as smuggled,
                   count(*) filter (where not past) over () as waiting, min(at) filter (where not past) over () as since
            from open order by past desc, id limit 200
            """;

    /** A restore that was recorded so lately that its line waits for the sealer, or for the program to be started. */
    private static final String RESTORED_JUST_NOW = "select " + ChainedLine.COLUMNS + """
             from audit_chain c join audit_line l on l.xid >= pg_snapshot_xmin(c.sealed)
            where l.action = ? and not exists (select 1 from audit_seal s where s.line_id = l.id)
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
        jdbc.query(RESTORED_JUST_NOW, (row, n) -> ChainedLine.read(row), RecordedRestore.ACTION)
                .forEach(walk::restoredJustNow);
        walk.end(chain.number(), chain.hash());
        List<Unsealed> unsealed = unsealed();
        List<Unsealed> past = unsealed.stream().filter(Unsealed::past).toList();
        past.forEach(line -> walk.smuggled(line.id(), line.at()));
        long waiting = 0;
        String since = null;
        if (!unsealed.isEmpty()) {
            walk.moreSmuggled(unsealed.getFirst().smuggled() - past.size());
            waiting = unsealed.getFirst().waiting();
            since = unsealed.getFirst().since();
        }
        return walk.report(chain.number(), ChainedLine.hex(chain.hash()), waiting, since);
    }

    /** A line that is not in the chain, and how many there are of each sort. */
    private record Unsealed(
            long id,
            String at,
            boolean past,
            long smuggled,
            long waiting,
            @Nullable String since) {}

    private List<Unsealed> unsealed() {
        return jdbc.query(
                UNSEALED,
                (row, n) -> new Unsealed(
                        row.getLong("id"),
                        row.getString("at"),
                        row.getBoolean("past"),
                        row.getLong("smuggled"),
                        row.getLong("waiting"),
                        row.getString("since")));
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
