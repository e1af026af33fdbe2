import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Measurements of the packaged program, started as a user starts it. Called by bin/bench. */
public final class Bench {

    /** Every measurement comes from one address and one account: the limits that guard against that are lifted. */
    static final Map<String, String> WITHOUT_LIMITS = Map.of(
            "CIVITAS_LIMITS_REQUESTS", "0",
            "CIVITAS_LIMITS_EXPORTS", "0",
            "CIVITAS_LIMITS_UPLOADS", "0",
            "CIVITAS_LIMITS_SEARCHES", "0",
            "CIVITAS_LIMITS_ANONYMOUS", "0");

    private static long cases;

    private Bench() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < args.length; i += 2) {
            options.put(args[i], args[i + 1]);
        }
        cases = Long.parseLong(options.get("--cases"));
        Path folder = Path.of(options.get("--folder"));
        int port = Integer.parseInt(options.get("--port"));
        boolean quick = Boolean.parseBoolean(options.getOrDefault("--quick", "false"));
        switch (args[0]) {
            case "make" -> make(folder, port);
            case "startup" -> startup(folder, port, quick ? 2 : 5);
            case "writes" -> Writes.measure(folder, port, quick);
            case "ledger" -> Ledger.measure(folder, port, quick, options.get("--size"));
            case "export" -> Exports.measure(folder, port, quick, options.get("--size"));
            case "import" -> Imports.measure(folder, port, quick);
            case "soak" -> Soak.measure(folder, port, Integer.parseInt(options.get("--minutes")),
                    Integer.parseInt(options.getOrDefault("--pause", "0")));
            case "audit" -> Audit.measure(folder, port, quick);
            case "pages" -> Pages.measure(folder, port, quick);
            default -> throw new IllegalArgumentException(args[0]);
        }
        System.exit(0);
    }

    /** One line for a figure: name, value, unit, and the number of cases that the data had. */
    static void figure(String name, double value, String unit) {
        figure(name, value, unit, cases);
    }

    /** The same for a figure that was measured on another number of rows than the cases. */
    static void figure(String name, double value, String unit, long rows) {
        System.out.printf(Locale.ROOT, "%s %.1f %s @%d%n", name, value, unit, rows);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static void make(Path folder, int port) throws Exception {
        Map<String, String> environment = new HashMap<>();
        environment.put("CIVITAS_DEMO_CASES", Long.toString(cases));
        environment.put("CIVITAS_HEAP", cases > 20_000 ? "3g" : "1g");
        environment.put("DB_SCHEDULER_ENABLED", "false");
        environment.put("DBSCHEDULER_ENABLED", "false");
        long start = System.nanoTime();
        try (Program program = Program.start(folder, port, environment, true)) {
            program.awaitNotice();
        }
        Files.createFile(folder.resolve(".complete"));
        figure("data.make_s", (System.nanoTime() - start) / 1e9, "s");
    }

    /** From the command to the first page, on data that is there; memory once the page has been answered. */
    private static void startup(Path folder, int port, int runs) throws Exception {
        List<Double> seconds = new java.util.ArrayList<>();
        List<Double> processor = new java.util.ArrayList<>();
        List<Double> memory = new java.util.ArrayList<>();
        try (Program warm = Program.start(folder, port, Map.of(), false)) {
            warm.awaitPage(120);
        }
        for (int i = 0; i < runs; i++) {
            try (Program program = Program.start(folder, port, Map.of(), false)) {
                seconds.add(program.awaitPage(120));
                processor.add(program.processorSeconds());
                memory.add(program.residentMegabytes());
            }
        }
        figure("startup.second_s", median(seconds), "s");
        figure("startup.processor_s", median(processor), "s");
        figure("startup.rss_mb", median(memory), "MB");
    }
}
