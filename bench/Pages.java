import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The time of the main pages: what the server needs for their calls, and the whole page in Chromium. */
final class Pages {

    private Pages() {}

    static void measure(Path folder, int port, boolean quick) throws Exception {
        try (Program program = Program.start(folder, port, Map.of(), false)) {
            program.awaitPage(180);
            Api api = Api.signedIn(port);
            calls(api, quick ? 1 : 3, quick ? 9 : 31, quick);
            pages(api, port, quick ? 3 : 9, quick);
        }
    }

    private static void calls(Api api, int warm, int times, boolean quick) throws Exception {
        for (Map.Entry<String, String> call : addresses(api).entrySet()) {
            for (int i = 0; i < warm; i++) {
                api.get(call.getValue());
            }
            List<Double> spent = new ArrayList<>();
            for (int i = 0; i < times && !(quick && enough(spent)); i++) {
                long start = System.nanoTime();
                api.get(call.getValue());
                spent.add((System.nanoTime() - start) / 1e6);
            }
            Bench.figure("pages." + call.getKey() + "_api.median_ms", Bench.median(spent), "ms");
        }
    }

    /** A slow page is not asked again and again where the whole must be done within a minute. */
    private static boolean enough(List<Double> spent) {
        return spent.stream().mapToDouble(Double::doubleValue).sum() > 3_000;
    }

    private static Map<String, String> addresses(Api api) throws Exception {
        LocalDate today = LocalDate.now();
        String year = "from=" + today.minusYears(1) + "&to=" + today;
        String oneCase = Api.firstId(api.get("/api/cases?limit=1"));
        String round = Api.firstId(api.get("/api/rounds?limit=1"));
        Map<String, String> addresses = new LinkedHashMap<>();
        addresses.put("home", "/api/workbench");
        addresses.put("cases", "/api/cases?limit=50");
        addresses.put("case", "/api/cases/" + oneCase);
        addresses.put("case_figures", "/api/case-figures?" + year);
        addresses.put("sites", "/api/sites?limit=50");
        addresses.put("map", "/api/map/sites");
        addresses.put("plans", "/api/inspection-plans?limit=50");
        addresses.put("rounds", "/api/rounds?limit=20");
        addresses.put("round_tree", "/api/rounds/" + round + "/tree");
        addresses.put("areas", "/api/areas/tree");
        addresses.put("search", "/api/search?q=%E5%86%9C%E8%B4%B8%E5%B8%82%E5%9C%BA");
        return addresses;
    }

    private static void pages(Api api, int port, int times, boolean quick) throws Exception {
        String round = Api.firstId(api.get("/api/rounds?limit=1"));
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "/");
        pages.put("cases", "/cases");
        pages.put("case_figures", "/cases/figures");
        pages.put("sites", "/sites");
        pages.put("map", "/map");
        pages.put("plans", "/inspection/plans");
        pages.put("round", "/rounds/" + round);
        pages.put("areas", "/territory/areas");
        pages.put("phone", "/m/");
        try (Browser browser = Browser.start()) {
            browser.cookie("http://127.0.0.1:" + port, "CIVITAS_SESSION", api.cookie("CIVITAS_SESSION"));
            for (Map.Entry<String, String> page : pages.entrySet()) {
                List<Double> spent = new ArrayList<>();
                browser.load("http://127.0.0.1:" + port + page.getValue());
                for (int i = 0; i < times && !(quick && enough(spent)); i++) {
                    spent.add(browser.load("http://127.0.0.1:" + port + page.getValue()));
                }
                Bench.figure("pages." + page.getKey() + ".median_ms", Bench.median(spent), "ms");
            }
        }
    }
}
