import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Pages of the ledger with 8 clients; beside each the bare SQL by pgbench. */
final class Ledger {

    private static final int CLIENTS = 8;
    private static final String COLUMNS = """
            select id, number, state, version, type_code, channel, description, area_code, site_id, site_name, site_type,
              check_item_code, check_item_text, spot, longitude, latitude, reporter_name, source_id, picture_needed, found_at,
              reported_at, submitted_at, closed_at, lead_unit_id, holder_unit_id, deadline_at, stopped_at, provisional,
              refusals, reworks, seen_again, annul_proposed, before_pictures, after_pictures from case_file c where\s""";
    private static final String ORDER = " order by reported_at desc, id desc limit 51;\n";

    private Ledger() {}

    static void measure(Path folder, int port, boolean quick, String size) throws Exception {
        Machine.wrk();
        Machine.pgbench();
        int seconds = quick ? 8 : 25;
        try (Program program = Program.start(folder, port, Bench.WITHOUT_LIMITS, false)) {
            program.awaitPage(300);
            Api api = Api.signedIn(port);
            warm(api, port, quick, folder);
            Machine.sayLoad("读取前");
            for (Map.Entry<String, List<String>> page : pages(folder).entrySet()) {
                String name = "ledger." + size + "." + page.getKey();
                Wrk.Result result = wrk(api, port, page.getValue()).run(CLIENTS, seconds);
                Bench.figure(name + ".median_ms", result.medianMs(), "ms");
                Bench.figure(name + ".p99_ms", result.p99Ms(), "ms");
                Bench.figure(name + ".per_s", result.perSecond(), "req/s");
                double floor = Machine.pgbench(folder, floors(folder).get(page.getKey()), CLIENTS, seconds);
                Bench.figure(name + ".floor.per_s", floor, "tx/s");
            }
            home(api, port, size, quick);
            Machine.sayLoad("读取后");
        }
    }

    private static void home(Api api, int port, String size, boolean quick) throws Exception {
        Wrk wrk = wrk(api, port, List.of("/api/workbench"));
        wrk.run(1, 3);
        Wrk.Result result = wrk.run(1, quick ? 6 : 15);
        Bench.figure("home." + size + ".median_ms", result.medianMs(), "ms");
        Bench.figure("home." + size + ".p99_ms", result.p99Ms(), "ms");
    }

    private static void warm(Api api, int port, boolean quick, Path folder) throws Exception {
        List<String> all = pages(folder).values().stream().flatMap(List::stream).toList();
        wrk(api, port, all).run(CLIENTS, quick ? 20 : 40);
    }

    private static Wrk wrk(Api api, int port, List<String> paths) {
        return new Wrk(api, port, "pages.lua", Map.of("PATHS", String.join("\n", paths)));
    }

    private static Map<String, List<String>> pages(Path folder) throws Exception {
        String middle = Machine.ask(folder, """
                select to_char(reported_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(31) || id from case_file
                order by reported_at desc, id desc offset (select count(*) / 2 from case_file) limit 1
                """);
        String after = Base64.getUrlEncoder().withoutPadding().encodeToString(middle.getBytes(StandardCharsets.UTF_8));
        String unit = Machine.ask(folder, "select lead_unit_id from case_file where lead_unit_id is not null order by reported_at limit 1");
        Map<String, List<String>> pages = new LinkedHashMap<>();
        pages.put("first", List.of("/api/cases?limit=50"));
        pages.put("middle", List.of("/api/cases?limit=50&after=" + after));
        pages.put("filtered", List.of(
                "/api/cases?limit=50&state=HANDLING",
                "/api/cases?limit=50&state=CLOSED&type=L009&area=990102",
                "/api/cases?limit=50&unit=" + unit,
                "/api/cases?limit=50&urgency=OVERDUE&sort=deadlineAt",
                "/api/cases?limit=50&area=990101001&type=L001"));
        pages.put("text", List.of(text("消防通道"), text("公厕"), text("幸福路"), text("充电 楼道")));
        return pages;
    }

    private static String text(String words) {
        return "/api/cases?limit=50&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    private static Map<String, String> floors(Path folder) throws Exception {
        String middle = Machine.ask(folder, """
                select '(''' || reported_at || ''', ''' || id || ''')' from case_file
                order by reported_at desc, id desc offset (select count(*) / 2 from case_file) limit 1
                """);
        return Map.of(
                "first", COLUMNS + "true" + ORDER,
                "middle", COLUMNS + "(reported_at, id) < " + middle + ORDER,
                "filtered", COLUMNS + "state = 'CLOSED' and type_code = 'L009' and area_code like '990102%'" + ORDER,
                "text", COLUMNS + "search @@ to_tsquery('simple', '(消防 <-> 防通 <-> 通道)')" + ORDER);
    }
}
