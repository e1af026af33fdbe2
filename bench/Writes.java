import java.nio.file.Path;
import java.util.Map;

/** Reporting cases by the interface, audit line in the same transaction; beside it the same rows by pgbench. */
final class Writes {

    private static final int[] CLIENTS = {1, 8, 16};

    /** As the program writes them, in one statement: the case, its first step and its audit line. */
    private static final String FLOOR = """
            \\set n random(1, 1000000000)
            with drawn as materialized (select uuidv7() as id, nextval('case_number_seq') as n),
             file as (insert into case_file (id, number, state, version, cycle, type_code, channel, description, area_code, spot,
                longitude, latitude, reporter_id, reporter_name, picture_needed, found_at, reported_at, unit_ids, provisional,
                refusals, reworks, seen_again, annul_proposed, before_pictures, after_pictures, search)
              select id, '2026-' || n, 'REPORTED', 1, 1, 'L001', 'OFFICER',
                '第' || :n || '号测量：人行道上堆放杂物，影响行人通行，请及时清理。', '990101001001', '路口东南角', 118.27, 33.96,
                '019a60fa-2e80-7b48-af85-d6d633f5aef7', '测量', true, now(), now(), '{}', false, 0, 0, 0, false, '{}', '{}',
                to_tsvector('simple', '2026 ' || n || ' 第 ' || :n || ' 号测 测量 量 人行 行道 道上 上堆 堆放 放杂 杂物 物 影响 '
                    || '响行 行人 人通 通行 行 请及 及时 时清 清理 理 路口 口东 东南 南角 角') from drawn),
             step as (insert into case_step (case_id, seq, cycle, command, to_state, at, account_id, account_name, words, facts, request_id)
              select id, 1, 1, 'REPORT', 'REPORTED', now(), '019a60fa-2e80-7b48-af85-d6d633f5aef7', '测量',
                '第' || :n || '号测量：人行道上堆放杂物，影响行人通行，请及时清理。',
                '{"pictureNeeded": true, "pictures": [], "sourceId": null}', uuidv7() from drawn)
            insert into audit_line (at, account_id, account_name, action, subject_kind, subject_id, details, trace)
             select now(), '019a60fa-2e80-7b48-af85-d6d633f5aef7', '测量', 'case.report', 'case', id::text,
               '{"number": "2026-009840", "type": "L001", "area": "990101001001"}', 'aaaaaaaa-bbbb' from drawn;
            """;

    private Writes() {}

    static void measure(Path data, int port, boolean quick) throws Exception {
        Machine.wrk();
        Machine.pgbench();
        Path folder = Machine.copy(data);
        int seconds = quick ? 10 : 30;
        try (Program program = Program.start(folder, port, Bench.WITHOUT_LIMITS, false)) {
            program.awaitPage(180);
            Api api = Api.signedIn(port);
            String areas = Machine.ask(folder, "select string_agg(code, ',') from (select code from area where length(code) = 12 order by code limit 100) a");
            Wrk wrk = new Wrk(api, port, "report.lua", Map.of("AREAS", areas, "TYPES", "L001,L002,L003,L009,L014"));
            wrk.run(16, quick ? 20 : 40);
            Machine.sayLoad("写入前");
            for (int clients : CLIENTS) {
                Wrk.Result result = wrk.run(clients, seconds);
                Bench.figure("writes.c" + clients + ".per_s", result.perSecond(), "req/s");
                Bench.figure("writes.c" + clients + ".median_ms", result.medianMs(), "ms");
                Bench.figure("writes.c" + clients + ".p99_ms", result.p99Ms(), "ms");
                Bench.figure("writes.floor.c" + clients + ".per_s", Machine.pgbench(folder, FLOOR, clients, seconds), "tx/s");
            }
            Machine.sayLoad("写入后");
        }
        Machine.remove(folder);
    }
}
