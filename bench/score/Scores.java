import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.scoring.domain.Deduct;
import org.civitas.scoring.domain.Grade;
import org.civitas.scoring.domain.LossPiece;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.RoundInputs;
import org.civitas.scoring.domain.RoundResult;
import org.civitas.scoring.domain.RoundScoring;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import score.ScoreCity;

/** Scores of a round: in memory by JMH, from the database, and beside it the same round by one SQL statement. */
final class Scores {

    private static final int SITES = 1_200;
    private static final int OBSERVATIONS = 40_000;

    private Scores() {}

    public static void main(String[] arguments) throws Exception {
        boolean quick = arguments[0].equals("true");
        for (int observations : new int[] {1_000, 10_000, 40_000, 100_000, 1_000_000}) {
            double ms = jmh("full", quick, "observations", Integer.toString(observations));
            Bench.figure("score.curve." + observations + "_ms", ms, "ms", observations);
            if (observations == OBSERVATIONS) {
                Bench.figure("score.full_ms", ms, "ms", OBSERVATIONS);
            }
        }
        Bench.figure("score.incremental_ms", jmh("incremental", quick, null, null), "ms", OBSERVATIONS);
        Bench.figure("score.heap_mb", heap(), "MB", OBSERVATIONS);
        if (arguments.length > 2) {
            try (Program program = Program.start(Path.of(arguments[2]), Integer.parseInt(arguments[1]), Map.of(), false)) {
                program.awaitPage(180);
                database(Path.of(arguments[2]), quick ? 5 : 21);
            }
        }
    }

    /** The median of the sampled times in milliseconds. */
    private static double jmh(String name, boolean quick, String parameter, String value) throws Exception {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("ScoreBenchmark\\." + name + "$")
                .forks(1)
                .threads(1)
                .warmupIterations(quick ? 2 : 4)
                .warmupTime(TimeValue.seconds(quick ? 2 : 4))
                .measurementIterations(quick ? 2 : 5)
                .measurementTime(TimeValue.seconds(quick ? 2 : 4))
                .jvmArgs("-Xmx2g", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1")
                .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT);
        if (parameter != null) {
            options.param(parameter, value);
        }
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.iterator().next().getPrimaryResult().getStatistics().getPercentile(50);
    }

    /** What the inputs and the result keep alive. */
    private static double heap() {
        long before = used();
        RoundInputs inputs = ScoreCity.of(SITES, OBSERVATIONS);
        RoundResult result = RoundScoring.compute(inputs);
        double mb = (used() - before) / 1e6;
        if (result.total().judged() == 0 || inputs.sites().isEmpty()) {
            throw new IllegalStateException("nothing judged");
        }
        return mb;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static void database(Path folder, int times) throws Exception {
        String port = Files.readAllLines(folder.resolve("pg/postmaster.pid")).get(3).strip();
        String password = Files.readString(folder.resolve("db.secret")).strip();
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "civitas", password)) {
            RoundInputs inputs = ScoreCity.of(SITES, OBSERVATIONS);
            fill(connection, inputs);
            double[] whole = new double[times];
            double[] sql = new double[times];
            for (int i = 0; i < times; i++) {
                long start = System.nanoTime();
                RoundResult result = RoundScoring.compute(read(connection, inputs));
                store(connection, result);
                whole[i] = (System.nanoTime() - start) / 1e6;
                start = System.nanoTime();
                double bySql = bySql(connection);
                sql[i] = (System.nanoTime() - start) / 1e6;
                if (Math.abs(bySql - result.total().got() / 1e9) > 1e-5) {
                    throw new IllegalStateException("SQL says " + bySql + ", Java " + result.total());
                }
            }
            Arrays.sort(whole);
            Arrays.sort(sql);
            Bench.figure("score.full_from_db_ms", whole[times / 2], "ms", OBSERVATIONS);
            Bench.figure("score.sql_ms", sql[times / 2], "ms", OBSERVATIONS);
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop schema bench_score cascade");
            }
        }
    }

    private static void fill(Connection connection, RoundInputs inputs) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists bench_score cascade");
            statement.execute("create schema bench_score");
            statement.execute("set search_path to bench_score");
            statement.execute("create table observation (id uuid primary key, visit uuid, site uuid, item text, failed boolean)");
            statement.execute("create table site (id uuid primary key, type text)");
            statement.execute("create table serving (item text primary key, requirement text)");
            statement.execute("create table requirement (code text primary key, full_points numeric, rule text)");
            statement.execute("create table loss (number int, requirement text, site uuid, observation uuid, points bigint)");
            statement.execute("create table tally (requirement text, got bigint, judged bigint)");
        }
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("insert into observation values (?, ?, ?, ?, ?)")) {
            for (ObservationFacts o : inputs.observations()) {
                row.setObject(1, o.id());
                row.setObject(2, o.visitId());
                row.setObject(3, o.siteId());
                row.setString(4, o.itemCode());
                row.setBoolean(5, o.verdict() == Verdict.FAIL);
                row.addBatch();
            }
            row.executeBatch();
        }
        try (PreparedStatement row = connection.prepareStatement("insert into site values (?, ?)")) {
            for (SiteFacts site : inputs.sites()) {
                row.setObject(1, site.id());
                row.setString(2, site.typeCode());
                row.addBatch();
            }
            row.executeBatch();
        }
        try (PreparedStatement own = connection.prepareStatement("insert into requirement values (?, ?, ?)");
                PreparedStatement item = connection.prepareStatement("insert into serving values (?, ?)")) {
            for (Requirement r : inputs.edition().requirements()) {
                own.setString(1, r.code());
                own.setBigDecimal(2, r.full().exact());
                own.setString(3, r.rule() instanceof Deduct ? "D" : r.rule() instanceof Grade ? "G" : "P");
                own.addBatch();
                for (String code : r.itemCodes()) {
                    item.setString(1, code);
                    item.setString(2, r.code());
                    item.addBatch();
                }
            }
            own.executeBatch();
            item.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static RoundInputs read(Connection connection, RoundInputs frame) throws Exception {
        List<ObservationFacts> seen = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id, visit, site, item, failed from observation")) {
            while (row.next()) {
                seen.add(new ObservationFacts(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        Instant.EPOCH,
                        row.getObject(3, UUID.class),
                        row.getString(4),
                        row.getBoolean(5) ? Verdict.FAIL : Verdict.PASS,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
            }
        }
        return new RoundInputs(frame.edition(), frame.visitRule(), frame.sites(), seen);
    }

    private static void store(Connection connection, RoundResult result) throws Exception {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate loss, tally");
        }
        try (PreparedStatement row = connection.prepareStatement("insert into loss values (?, ?, ?, ?, ?)")) {
            for (LossPiece piece : result.pieces()) {
                row.setInt(1, piece.number());
                row.setString(2, piece.requirementCode());
                row.setObject(3, piece.siteId());
                row.setObject(4, piece.evidenceId());
                row.setLong(5, piece.nanos());
                row.addBatch();
            }
            row.executeBatch();
        }
        try (PreparedStatement row = connection.prepareStatement("insert into tally values (?, ?, ?)")) {
            for (var tally : result.requirements().entrySet()) {
                row.setString(1, tally.getKey());
                row.setLong(2, tally.getValue().got());
                row.setLong(3, tally.getValue().judged());
                row.addBatch();
            }
            row.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The total alone: the SQL attributes nothing and stores nothing. */
    private static double bySql(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        with item as (
                            select s.type, o.site, r.code, r.full_points, r.rule, o.item,
                                   avg((not o.failed)::int) as passed, bool_or(o.failed)::int as unmet,
                                   count(*) filter (where o.failed) as faults
                              from observation o
                              join site s on s.id = o.site
                              join serving v on v.item = o.item
                              join requirement r on r.code = v.requirement
                             group by 1, 2, 3, 4, 5, 6),
                        site_ratio as (
                            select type, site, code, full_points,
                                   case rule when 'P' then avg(passed)
                                             when 'G' then (array[1, 0.66, 0.33, 0])[1 + least(3, sum(unmet))]
                                             else greatest(0, 1 - sum(faults) * 0.1 / full_points) end as ratio
                              from item group by type, site, code, full_points, rule),
                        type_ratio as (
                            select code, full_points, type, avg(ratio) as ratio from site_ratio group by 1, 2, 3)
                        select sum(points) from (
                            select full_points * avg(ratio) as points from type_ratio group by code, full_points) p
                        """)) {
            row.next();
            return row.getDouble(1);
        }
    }
}
