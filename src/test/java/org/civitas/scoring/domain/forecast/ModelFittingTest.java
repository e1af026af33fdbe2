package org.civitas.scoring.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.SiteFacts;
import org.junit.jupiter.api.Test;

/** What is expected of a site follows its own history as far as there is one, and its group's else. */
class ModelFittingTest {

    private static final SamplePlan PLAN = new SamplePlan(Map.of("A", 10));

    @Test
    void a_site_without_history_is_expected_to_do_as_its_group() {
        SyntheticCity city =
                new SyntheticCity(3).sharing(0.1, 0.1).type("A", 4, 50).visited(3, 2);
        SiteFacts unseen = new SiteFacts(new UUID(99, 1), "新", "新点位", "A", "321300", null, null);
        ForecastInputs inputs = city.inputs(2, "1");
        List<SiteFacts> population = new ArrayList<>(inputs.population());
        population.add(unseen);
        ForecastModel model = ModelFitting.fit(with(inputs, population, inputs.history()), 30);

        TypeModel type = model.types().getFirst();
        SiteModel fitted = site(type, unseen);
        for (int item = 0; item < 4; item++) {
            int place = item;
            double mean = type.sites().stream()
                    .filter(s -> s != fitted)
                    .mapToDouble(s -> s.pass()[place])
                    .average()
                    .orElseThrow();
            assertThat(fitted.pass()[item]).isCloseTo(mean, within(0.06));
        }
        assertThat(fitted.visits()).isZero();
        assertThat(type.sites().stream().filter(s -> s != fitted).mapToDouble(SiteModel::shared))
                .as("what is not known of a site spreads all its items together")
                .allMatch(shared -> shared < fitted.shared());
    }

    @Test
    void many_observations_outweigh_the_group() {
        SyntheticCity city = new SyntheticCity(3).type("A", 2, 30).visited(3, 2);
        ForecastInputs inputs = city.inputs(1, "1");
        SiteFacts site = city.sites().getFirst();
        List<ObservationFacts> history = new ArrayList<>(inputs.history());
        for (int v = 0; v < 400; v++) {
            history.add(SyntheticCity.seen(
                    site, "A-0", new UUID(5, v), SyntheticCity.NOW.minus(Duration.ofHours(v)), v % 4 == 0, 0));
        }
        SiteModel fitted = site(
                ModelFitting.fit(with(inputs, inputs.population(), history), 30)
                        .types()
                        .getFirst(),
                site);
        assertThat(fitted.pass()[0]).isCloseTo(0.25, within(0.03));
    }

    @Test
    void the_newest_observations_weigh_most_and_a_verified_mend_counts_as_one() {
        SyntheticCity city = new SyntheticCity(3).type("A", 2, 30).visited(2, 2);
        ForecastInputs inputs = city.inputs(1, "1");
        SiteFacts better = city.sites().get(0);
        SiteFacts worse = city.sites().get(1);
        List<ObservationFacts> history = new ArrayList<>(inputs.history().stream()
                .filter(o -> !o.siteId().equals(better.id()) && !o.siteId().equals(worse.id()))
                .toList());
        for (int v = 0; v < 4; v++) {
            var at = SyntheticCity.NOW.minus(Duration.ofDays(1 + 30L * v));
            history.add(SyntheticCity.seen(better, "A-0", new UUID(5, v), at, v < 2, 0));
            history.add(SyntheticCity.seen(worse, "A-0", new UUID(6, v), at, v >= 2, 0));
        }
        ForecastInputs half = with(inputs, inputs.population(), history);
        TypeModel type = ModelFitting.fit(half, 30).types().getFirst();
        assertThat(site(type, better).pass()[0]).isGreaterThan(site(type, worse).pass()[0] + 0.02);

        ForecastInputs mended = new ForecastInputs(
                half.edition(),
                half.population(),
                half.history(),
                List.of(new Mend(worse.id(), "A-0", SyntheticCity.NOW)),
                List.of(),
                half.asOf());
        TypeModel after = ModelFitting.fit(mended, 30).types().getFirst();
        assertThat(site(after, worse).pass()[0]).isGreaterThan(site(type, worse).pass()[0] + 0.02);
        assertThat(site(after, better).pass()[0]).isEqualTo(site(type, better).pass()[0]);
    }

    @Test
    void what_happened_after_the_moment_of_the_forecast_is_not_known() {
        SyntheticCity city = new SyntheticCity(3).type("A", 3, 20).visited(2, 2);
        ForecastInputs inputs = city.inputs(1, "1");
        List<ObservationFacts> later = new ArrayList<>(inputs.history());
        city.sites().forEach(site -> later.addAll(city.visit(site, SyntheticCity.NOW.plusSeconds(1))));
        assertThat(pass(ModelFitting.fit(with(inputs, inputs.population(), later), 30)))
                .isEqualTo(pass(ModelFitting.fit(inputs, 30)));
    }

    @Test
    void the_order_of_reading_changes_nothing() {
        ForecastInputs inputs = new SyntheticCity(3)
                .sharing(0.2, 0.1)
                .type("A", 5, 20)
                .visited(3, 2)
                .inputs(2, "1");
        List<SiteFacts> population = new ArrayList<>(inputs.population());
        List<ObservationFacts> history = new ArrayList<>(inputs.history());
        Collections.shuffle(population, new Random(1));
        Collections.shuffle(history, new Random(2));
        assertThat(pass(ModelFitting.fit(with(inputs, population, history), 30)))
                .isEqualTo(pass(ModelFitting.fit(inputs, 30)));
    }

    @Test
    void the_band_is_wider_where_nothing_was_ever_looked_at() {
        double known = spread(new SyntheticCity(6)
                .sharing(0.3, 0.05)
                .type("A", 10, 40)
                .visited(6, 1)
                .inputs(5, "1"));
        double old = spread(new SyntheticCity(6)
                .sharing(0.3, 0.05)
                .type("A", 10, 40)
                .visited(6, 300)
                .inputs(5, "1"));
        assertThat(old).isGreaterThan(known * 1.1);
    }

    @Test
    void the_random_effect_and_the_true_probabilities_are_recovered_from_a_known_city() {
        // latent correlations by construction: site 0.3/1.5 = 0.2, visit (0.3 + 0.2)/1.5 = 0.333
        SyntheticCity city =
                new SyntheticCity(11).sharing(0.3, 0.2).type("A", 10, 150).visited(4, 1);
        ForecastModel model = ModelFitting.fit(city.inputs(5, "1"), 1_000);
        assertThat(model.correlation().site()).isCloseTo(0.2, within(0.06));
        assertThat(model.correlation().visit()).isCloseTo(0.333, within(0.07));

        double own = 0;
        double group = 0;
        int count = 0;
        TypeModel type = model.types().getFirst();
        for (int item = 0; item < type.items().size(); item++) {
            int place = item;
            double mean = type.sites().stream()
                    .mapToDouble(s -> s.pass()[place])
                    .average()
                    .orElseThrow();
            for (SiteModel site : type.sites()) {
                double truth = city.truth(site.site(), type.items().get(item).code());
                own += Math.abs(site.pass()[item] - truth);
                group += Math.abs(mean - truth);
                count++;
            }
        }
        assertThat(own / count)
                .as("error of the model, against that of the group's mean")
                .isLessThan(0.6 * group / count);
    }

    @Test
    void nine_of_ten_new_tests_of_a_known_city_fall_into_the_band() {
        SyntheticCity city =
                new SyntheticCity(12).sharing(0.3, 0.2).type("A", 10, 100).visited(3, 1);
        ForecastModel model = ModelFitting.fit(city.inputs(10, "1"), 1_000);
        DrawnScores drawn = new Simulation(model, SimulationTest.settings(PLAN, 4_000, 1)).run(2);
        long low = drawn.percentile(0.05);
        long high = drawn.percentile(0.95);
        Random random = new Random(5);
        int inside = 0;
        int tests = 600;
        for (int test = 0; test < tests; test++) {
            List<SiteFacts> sites = new ArrayList<>(city.sites());
            Collections.shuffle(sites, random);
            double passed = sites.subList(0, 10).stream()
                    .flatMap(site -> city.visit(site, SyntheticCity.NOW).stream())
                    .mapToInt(o -> o.verdict() == org.civitas.scoring.domain.Verdict.PASS ? 1 : 0)
                    .average()
                    .orElseThrow();
            inside += passed * ForecastSettings.HUNDRED >= low - 1 && passed * ForecastSettings.HUNDRED <= high + 1
                    ? 1
                    : 0;
        }
        assertThat(inside / (double) tests).isBetween(0.84, 0.97);
    }

    private static double spread(ForecastInputs inputs) {
        return new Simulation(ModelFitting.fit(inputs, 30), SimulationTest.settings(PLAN, 4_000, 1))
                .run(2)
                .deviation();
    }

    private static ForecastInputs with(
            ForecastInputs inputs, List<SiteFacts> population, List<ObservationFacts> history) {
        return new ForecastInputs(inputs.edition(), population, history, inputs.mends(), inputs.fixed(), inputs.asOf());
    }

    private static SiteModel site(TypeModel type, SiteFacts site) {
        return type.sites().stream()
                .filter(s -> s.site().id().equals(site.id()))
                .findFirst()
                .orElseThrow();
    }

    private static List<List<Double>> pass(ForecastModel model) {
        return model.types().getFirst().sites().stream()
                .map(site -> java.util.Arrays.stream(site.pass()).boxed().toList())
                .toList();
    }
}
