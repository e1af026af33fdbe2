import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Memory under lasting load: reports and pages by turns; resident memory every minute, growth over the second half. The clients
 * may pause before each request, so that the load lasts without taking the machine from others; the memory does not depend on it. */
final class Soak {

    private static final int CLIENTS = 4;

    private Soak() {}

    static void measure(Path data, int port, int minutes, int pause) throws Exception {
        Machine.wrk();
        Path folder = Machine.copy(data);
        try (Program program = Program.start(folder, port, Bench.WITHOUT_LIMITS, false)) {
            Bench.figure("soak.start_s", program.awaitPage(180), "s");
            Bench.figure("soak.start_rss_mb", program.residentMegabytes(), "MB");
            Api api = Api.signedIn(port);
            String areas = Machine.ask(folder, "select string_agg(code, ',') from (select code from area where length(code) = 12 limit 100) a");
            Wrk reports = new Wrk(api, port, "report.lua", Map.of("AREAS", areas, "TYPES", "L001,L002,L003", "PAUSE", "" + pause));
            String pages = "/api/cases?limit=50\n/api/workbench\n/api/sites?limit=50\n/api/map/sites\n/api/inspection-plans?limit=50";
            Wrk readings = new Wrk(api, port, "pages.lua", new HashMap<>(Map.of("PATHS", pages, "PAUSE", "" + pause)));
            List<Double> resident = new ArrayList<>();
            long requests = 0;
            for (int minute = 1; minute <= minutes; minute++) {
                requests += reports.run(CLIENTS, 20).requests();
                requests += readings.run(CLIENTS, 35).requests();
                api.download("/api/sites/export");
                resident.add(program.residentMegabytes());
                System.err.printf("  %d 分钟：%.0f MB，%d 次请求%n", minute, resident.getLast(), requests);
            }
            double half = resident.get(resident.size() / 2);
            Bench.figure("soak.minutes", minutes, "min");
            Bench.figure("soak.requests", requests, "requests");
            Bench.figure("soak.rss_mb", resident.getLast(), "MB");
            Bench.figure("soak.growth_second_half_mb", resident.getLast() - half, "MB");
        }
        Machine.remove(folder);
    }
}
