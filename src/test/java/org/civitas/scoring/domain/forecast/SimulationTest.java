package org.civitas.scoring.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.shared.Points;
import org.civitas.standard.Method;
import org.junit.jupiter.api.Test;

/** The simulation against what can be known without it. */
class SimulationTest {

    private static final double PER_CENT = 1e9;

    @Test
    void its_mean_agrees_with_the_closed_form_within_its_own_error() {
        ForecastInputs inputs = new SyntheticCity(1)
                .sharing(0.2, 0.2)
                .type("A", 9, 60)
                .type("B", 5, 30)
                .visited(2, 3)
                .inputs(3, "2.5");
        ForecastModel model = ModelFitting.fit(inputs, 30);
        SamplePlan plan = new SamplePlan(Map.of("A", 12, "B", 4));
        ForecastModel withSurvey = new ForecastModel(
                model.edition(),
                model.types(),
                List.of(
                        new FixedPart("9.1-1", "9.1", Method.MATERIAL, 3_000_000_000L, List.of(2_500_000_000L), null),
                        new FixedPart(
                                "9.2-1",
                                "9.2",
                                Method.SURVEY,
                                2_000_000_000L,
                                List.of(0L, 900_000_000L, 2_000_000_000L),
                                null)),
                model.correlation(),
                model.observations());
        agrees(model, plan);
        agrees(withSurvey, plan);
    }

    private static void agrees(ForecastModel model, SamplePlan plan) {
        DrawnScores drawn = new Simulation(model, settings(plan, 20_000, 7)).run(2);

        double expected = ExpectedScore.of(model, plan).orElseThrow();

        double error = drawn.deviation() / Math.sqrt(20_000);
        assertThat(drawn.mean()).isCloseTo(expected, within(4 * error));
        assertThat(drawn.deviation()).isGreaterThan(PER_CENT);
    }

    /**
     * Type A: three sites, two are drawn; two items each. Type B: two sites, one is drawn; one item. Requirement 1 (3 points)
     * is judged at both types, requirement 2 (1 point) by the second item of A. Every sample (3 × 2) and every outcome
     * (2⁴ × 2) is gone through; what items of a site share is integrated over.
     */
    @Test
    void a_tiny_city_gone_through_completely_gives_the_same_distribution() {
        double[][] ofA = {{0.9, 0.6}, {0.5, 0.7}, {0.2, 0.95}};
        double[] ofB = {0.8, 0.3};
        double shared = 0.4;
        ForecastModel model = tiny(ofA, ofB, shared);
        Map<Long, Double> exact = new TreeMap<>();
        for (int left = 0; left < 3; left++) {
            int first = left == 0 ? 1 : 0;
            int second = left == 2 ? 1 : 2;
            for (double b : ofB) {
                for (int outcome = 0; outcome < 32; outcome++) {
                    boolean p1 = (outcome & 1) > 0;
                    boolean p2 = (outcome & 2) > 0;
                    boolean q1 = (outcome & 4) > 0;
                    boolean q2 = (outcome & 8) > 0;
                    boolean r = (outcome & 16) > 0;
                    double probability =
                            both(ofA[first], p1, p2, shared) * both(ofA[second], q1, q2, shared) * (r ? b : 1 - b) / 6;
                    double meanA = (count(p1) + count(p2) + count(q1) + count(q2)) / 4;
                    double points = 3 * (meanA + count(r)) / 2 + (count(p2) + count(q2)) / 2;
                    exact.merge(Math.round(points / 4 * ForecastSettings.HUNDRED), probability, Double::sum);
                }
            }
        }
        int draws = 40_000;
        DrawnScores drawn = new Simulation(model, settings(new SamplePlan(Map.of("A", 2, "B", 1)), draws, 3)).run(2);
        Map<Long, Integer> counted = new HashMap<>();
        for (long score : drawn.scores()) {
            counted.merge(nearest(exact, score), 1, Integer::sum);
        }
        exact.forEach((score, probability) -> assertThat(counted.getOrDefault(score, 0) / (double) draws)
                .as("share of score " + score)
                .isCloseTo(probability, within(5 * Math.sqrt(probability / draws))));
        assertThat(exact.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_same_seed_gives_the_same_result_on_any_number_of_threads_and_another_seed_another() {
        ForecastModel model = ModelFitting.fit(
                new SyntheticCity(2)
                        .sharing(0.1, 0.1)
                        .type("A", 6, 40)
                        .visited(1, 9)
                        .inputs(2, "1"),
                30);
        SamplePlan plan = new SamplePlan(Map.of("A", 9));
        Simulation simulation = new Simulation(model, settings(plan, 1_001, 5));
        DrawnScores one = simulation.inTurn(1, new int[] {3, 1});
        for (int threads : List.of(2, 3, 7)) {
            DrawnScores more = simulation.inTurn(threads, new int[] {3, 1});
            assertThat(more.scores()).as(threads + " threads").isEqualTo(one.scores());
            assertThat(more.sums().losses).isEqualTo(one.sums().losses);
            assertThat(more.sums().reachedInTurn).isEqualTo(one.sums().reachedInTurn);
        }
        assertThat(new Simulation(model, settings(plan, 1_001, 6)).run(1).scores())
                .isNotEqualTo(one.scores());
    }

    @Test
    void losses_of_sites_sum_to_what_the_score_lacks_and_mends_in_turn_agree_with_mending_at_once() {
        ForecastModel model = ModelFitting.fit(
                new SyntheticCity(4)
                        .sharing(0.3, 0.1)
                        .type("A", 6, 20)
                        .type("B", 3, 9)
                        .visited(1, 9)
                        .inputs(2, "1"),
                30);
        Simulation simulation = new Simulation(model, settings(new SamplePlan(Map.of("A", 5, "B", 3)), 2_000, 5));
        DrawnScores drawn = simulation.run(2);
        double lost = 0;
        for (long loss : drawn.sums().losses) {
            lost += loss;
        }
        assertThat(drawn.mean() + lost / 2_000).isCloseTo(ForecastSettings.HUNDRED, within(1_000.0));

        int[] ranked = {2, 25, 7};
        BitSet all = new BitSet();
        for (int site : ranked) {
            all.set(site);
        }
        DrawnScores turns = simulation.inTurn(1, ranked);
        assertThat(turns.sums().scoresInTurn[3] / 2_000.0)
                .isCloseTo(simulation.mended(1, all).mean(), within(1_000.0));
        assertThat(turns.sums().scoresInTurn[1]).isGreaterThanOrEqualTo(turns.sums().scoresInTurn[0]);
        assertThat(turns.scores()).isEqualTo(drawn.scores());
    }

    @Test
    void every_site_of_a_type_is_drawn_equally_often_and_never_twice() {
        ForecastModel model = ModelFitting.fit(
                new SyntheticCity(4).type("A", 1, 10).visited(1, 1).inputs(1, "1"), 30);
        int draws = 20_000;
        DrawnScores drawn = new Simulation(model, settings(new SamplePlan(Map.of("A", 4)), draws, 8)).run(2);
        for (int times : drawn.sums().drawn) {
            assertThat(times / (double) draws).isCloseTo(0.4, within(0.02));
        }
        DrawnScores everySite = new Simulation(model, settings(new SamplePlan(Map.of("A", 99)), 100, 8)).run(1);
        assertThat(everySite.sums().drawn).containsOnly(100);
    }

    private static ForecastModel tiny(double[][] ofA, double[] ofB, double shared) {
        Requirement both = requirement("1-1", "3", List.of("A1", "A2", "B1"));
        Requirement second = requirement("2-1", "1", List.of("A2"));
        Map<String, Item> items = Map.of(
                "A1", new Item("A1", "", "A", null),
                "A2", new Item("A2", "", "A", null),
                "B1", new Item("B1", "", "B", null));
        ScoringEdition edition = new ScoringEdition(
                new UUID(0, 1),
                "体系",
                List.of(new Node("1", null, true, ""), new Node("2", null, true, "")),
                List.of(both, second),
                items);
        List<SiteModel> a = new ArrayList<>();
        for (int s = 0; s < ofA.length; s++) {
            a.add(site("A", s, ofA[s], shared));
        }
        List<SiteModel> b = new ArrayList<>();
        for (int s = 0; s < ofB.length; s++) {
            b.add(site("B", s, new double[] {ofB[s]}, shared));
        }
        return new ForecastModel(
                edition,
                List.of(
                        new TypeModel("A", List.of(plain("A1"), plain("A2")), a),
                        new TypeModel("B", List.of(plain("B1")), b)),
                List.of(),
                Correlation.USUAL,
                0);
    }

    private static ItemModel plain(String code) {
        return new ItemModel(code, List.of(ItemOutcome.FAIL, ItemOutcome.PASS));
    }

    private static Requirement requirement(String code, String points, List<String> items) {
        return new Requirement(
                code,
                code.substring(0, 1),
                Points.of(points),
                new PassFail(),
                Requirement.Combination.MEAN,
                items,
                Map.of(),
                null);
    }

    private static SiteModel site(String type, int number, double[] pass, double shared) {
        double[][] bounds = new double[pass.length][];
        for (int i = 0; i < pass.length; i++) {
            bounds[i] = new double[] {Normal.quantile(1 - pass[i])};
        }
        return new SiteModel(
                new SiteFacts(new UUID(type.hashCode(), number), type + number, "", type, "321302", null, null),
                new double[pass.length],
                pass,
                bounds,
                shared,
                0,
                0,
                1,
                1);
    }

    /** Probability of the two outcomes of one site, integrated over what they share. */
    private static double both(double[] pass, boolean first, boolean second, double shared) {
        double sum = 0;
        double all = 0;
        for (double z = -7; z <= 7; z += 0.02) {
            double weight = Normal.density(z);
            sum += weight * given(pass[0], first, shared, z) * given(pass[1], second, shared, z);
            all += weight;
        }
        return sum / all;
    }

    private static double given(double pass, boolean passed, double shared, double z) {
        double fails = Normal.cumulative((Normal.quantile(1 - pass) - Math.sqrt(shared) * z) / Math.sqrt(1 - shared));
        return passed ? 1 - fails : fails;
    }

    private static double count(boolean passed) {
        return passed ? 1 : 0;
    }

    private static long nearest(Map<Long, Double> exact, long score) {
        return exact.keySet().stream()
                .filter(value -> Math.abs(value - score) <= 2)
                .findFirst()
                .orElseThrow(() -> new AssertionError("impossible score " + score));
    }

    static ForecastSettings settings(SamplePlan plan, int draws, long seed) {
        return new ForecastSettings(plan, 80_000_000_000L, draws, seed, 30);
    }
}
