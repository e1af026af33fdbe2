import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.scoring.domain.forecast.ForecastInputs;
import org.civitas.scoring.domain.forecast.ForecastModel;
import org.civitas.scoring.domain.forecast.ForecastResult;
import org.civitas.scoring.domain.forecast.ForecastSettings;
import org.civitas.scoring.domain.forecast.Forecasting;
import org.civitas.scoring.domain.forecast.ModelFitting;
import org.civitas.scoring.domain.forecast.SamplePlan;
import org.civitas.scoring.domain.forecast.Simulation;
import org.civitas.shared.Points;

/**
 * A forecast of 10,000 draws over 1,200 sites of 30 types, 15 items each, 40,000 observations, 150 criteria; 78 sites are
 * drawn, about 1,170 items. In memory; the heap is bound by -Xmx256m from outside.
 */
public final class Forecast {

    private static final int TYPES = 30;
    private static final int ITEMS = 15;
    private static final int SITES = 1_200;
    private static final int OBSERVATIONS = 40_000;
    private static final int DRAWS = 10_000;
    private static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private Forecast() {}

    public static void main(String[] args) {
        int rounds = args.length > 0 && args[0].equals("quick") ? 3 : 9;
        ForecastInputs inputs = city(20261120);
        Map<String, Integer> plan = new TreeMap<>();
        for (int t = 0; t < TYPES; t++) {
            plan.put("T" + t, t < 78 % TYPES ? 3 : 2);
        }
        ForecastSettings settings = settings(plan);
        List<Double> fit = new ArrayList<>();
        List<Double> fitBusy = new ArrayList<>();
        List<Double> one = new ArrayList<>();
        List<Double> busy = new ArrayList<>();
        List<Double> two = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        boolean same = true;
        for (int i = 0; i < rounds + 2; i++) {
            long start = System.nanoTime();
            long startCpu = cpu();
            ForecastModel model = ModelFitting.fit(inputs, 30);
            long fitted = System.nanoTime();
            long used = cpu();
            long usedByFit = used - startCpu;
            long[] single = new Simulation(model, settings).run(1).scores();
            long singleDone = System.nanoTime();
            long usedBySingle = cpu() - used;
            long[] twice = new Simulation(model, settings).run(2).scores();
            long twiceDone = System.nanoTime();
            ForecastResult result = new Forecasting(model, settings, 2).forecast();
            long end = System.nanoTime();
            same &= Arrays.equals(single, twice) && result.equals(new Forecasting(model, settings, 1).forecast());
            if (i >= 2) {
                fit.add((fitted - start) / 1e9);
                fitBusy.add(usedByFit / 1e9);
                one.add((singleDone - fitted) / 1e9);
                busy.add(usedBySingle / 1e9);
                two.add((twiceDone - singleDone) / 1e9);
                whole.add((fitted - start + end - twiceDone) / 1e9);
            }
        }
        figure("forecast.fit_s", median(fit), "s");
        figure("forecast.fit_cpu_s", median(fitBusy), "s");
        figure("forecast.10k_1thread_s", median(one), "s");
        figure("forecast.10k_cpu_s", median(busy), "s");
        figure("forecast.10k_s", median(two), "s");
        figure("forecast.10k_min_s", two.stream().min(Double::compare).orElseThrow(), "s");
        figure("forecast.whole_s", median(whole), "s");
        figure("forecast.heap_mb", peak() / 1e6, "MB");
        figure("forecast.same_on_1_and_2_threads", same ? 1 : 0, "");
        if (!same) {
            System.exit(1);
        }
    }

    private static ForecastSettings settings(Map<String, Integer> plan) {
        return new ForecastSettings(new SamplePlan(plan), 88_000_000_000L, DRAWS, 42, 30);
    }

    private static ForecastInputs city(long seed) {
        Random random = new Random(seed);
        Map<String, Item> items = new HashMap<>();
        List<Node> nodes = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int t = 0; t < TYPES; t++) {
            for (int c = 0; c < 5; c++) {
                List<String> own = new ArrayList<>();
                for (int i = c * 3; i < c * 3 + 3; i++) {
                    String code = "T" + t + "-" + i;
                    own.add(code);
                    items.put(code, new Item(code, "检查项", "T" + t, null));
                }
                String criterion = t + "." + c;
                nodes.add(new Node(criterion, null, true, "标准"));
                requirements.add(new Requirement(
                        criterion + "-1",
                        criterion,
                        Points.of("0.66"),
                        new PassFail(),
                        Requirement.Combination.MEAN,
                        own,
                        Map.of(),
                        null));
            }
        }
        List<SiteFacts> sites = new ArrayList<>();
        for (int s = 0; s < SITES; s++) {
            sites.add(new SiteFacts(
                    new UUID(s * 0x9E3779B97F4A7C15L, s),
                    "S" + s,
                    "点位",
                    "T" + s % TYPES,
                    "32130" + s % 5,
                    new UUID(7, s % 40),
                    new UUID(8, s % 80)));
        }
        List<ObservationFacts> history = new ArrayList<>();
        for (int visit = 0; history.size() < OBSERVATIONS; visit++) {
            SiteFacts site = sites.get(random.nextInt(SITES));
            double luck = random.nextGaussian() * 0.5;
            for (int i = 0; i < ITEMS && history.size() < OBSERVATIONS; i++) {
                boolean pass = 1.2 + luck + random.nextGaussian() > 0;
                history.add(new ObservationFacts(
                        new UUID(visit, i),
                        new UUID(9, visit),
                        NOW.minusSeconds(random.nextInt(300 * 86_400)),
                        site.id(),
                        site.typeCode() + "-" + i,
                        pass ? Verdict.PASS : Verdict.FAIL,
                        null,
                        null,
                        null,
                        List.of(),
                        null));
            }
        }
        return new ForecastInputs(
                new ScoringEdition(new UUID(0, 1), "体系", nodes, requirements, items),
                sites,
                history,
                List.of(),
                List.of(),
                NOW);
    }

    /** CPU time of this thread: what a shared machine does not blur. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void figure(String name, double value, String unit) {
        System.out.printf(Locale.ROOT, "%s %.3f %s @%d%n", name, value, unit, OBSERVATIONS);
    }
}
