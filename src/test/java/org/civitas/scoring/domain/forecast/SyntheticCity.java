package org.civitas.scoring.domain.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.civitas.scoring.domain.ObservationFacts;
import org.civitas.scoring.domain.PassFail;
import org.civitas.scoring.domain.Requirement;
import org.civitas.scoring.domain.ScoringEdition;
import org.civitas.scoring.domain.ScoringEdition.Item;
import org.civitas.scoring.domain.ScoringEdition.Node;
import org.civitas.scoring.domain.SiteFacts;
import org.civitas.scoring.domain.Verdict;
import org.civitas.shared.Points;

/**
 * A city of which the truth is known: an item at a site passes when its threshold + the site's effect + the visit's effect +
 * chance is above 0, all normal.
 */
public final class SyntheticCity {

    public static final Instant NOW = Instant.parse("2026-11-20T00:00:00Z");

    private final Random random;
    private final List<Item> items = new ArrayList<>();
    private final List<SiteFacts> sites = new ArrayList<>();
    private final List<ObservationFacts> history = new ArrayList<>();
    private final Map<String, Double> ease = new HashMap<>();
    private final Map<UUID, Double> effects = new HashMap<>();
    private double siteVariance;
    private double visitVariance;
    private int visits;

    public SyntheticCity(long seed) {
        random = new Random(seed);
    }

    /** Variances of what items of a site share for good and in one visit; chance has variance 1. */
    public SyntheticCity sharing(double site, double visit) {
        siteVariance = site;
        visitVariance = visit;
        return this;
    }

    /** A type with items of different ease, and sites in five counties. */
    public SyntheticCity type(String code, int itemCount, int siteCount) {
        for (int i = 0; i < itemCount; i++) {
            Item item = new Item(code + "-" + i, "检查项", code, null);
            items.add(item);
            ease.put(item.code(), 0.3 + 1.6 * random.nextDouble());
        }
        for (int s = 0; s < siteCount; s++) {
            SiteFacts site = new SiteFacts(
                    new UUID(code.hashCode(), s), code + s, "点位", code, "32130" + s % 5, new UUID(7, s % 9), null);
            sites.add(site);
            effects.put(site.id(), random.nextGaussian() * Math.sqrt(siteVariance));
        }
        return this;
    }

    /** Every site is visited so often, the last time {@code daysAgo} days ago and then every ten days before. */
    public SyntheticCity visited(int times, int daysAgo) {
        for (SiteFacts site : List.copyOf(sites)) {
            for (int v = 0; v < times; v++) {
                history.addAll(visit(site, NOW.minus(Duration.ofDays(daysAgo + 10L * v))));
            }
        }
        return this;
    }

    /** What a visit finds, by the truth. */
    public List<ObservationFacts> visit(SiteFacts site, Instant at) {
        UUID visit = new UUID(3, ++visits);
        double shared = effects.get(site.id()) + random.nextGaussian() * Math.sqrt(visitVariance);
        List<ObservationFacts> seen = new ArrayList<>();
        for (Item item : items) {
            if (item.typeCode().equals(site.typeCode())) {
                boolean pass = ease.get(item.code()) + shared + random.nextGaussian() > 0;
                seen.add(seen(site, item.code(), visit, at, pass, seen.size()));
            }
        }
        return seen;
    }

    static ObservationFacts seen(SiteFacts site, String item, UUID visit, Instant at, boolean pass, int number) {
        return new ObservationFacts(
                new UUID(visit.getLeastSignificantBits(), number),
                visit,
                at,
                site.id(),
                item,
                pass ? Verdict.PASS : Verdict.FAIL,
                null,
                null,
                null,
                List.of(),
                null);
    }

    /** True probability of passing at the next visit, whose luck is not known yet. */
    double truth(SiteFacts site, String item) {
        return Normal.cumulative((ease.get(item) + effects.get(site.id())) / Math.sqrt(1 + visitVariance));
    }

    List<SiteFacts> sites() {
        return sites;
    }

    /** One requirement of {@code points} for every {@code span} items of a type. */
    public ForecastInputs inputs(int span, String points) {
        List<Node> nodes = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        Map<String, Item> byCode = new HashMap<>();
        items.forEach(item -> byCode.put(item.code(), item));
        for (int i = 0; i < items.size(); i += span) {
            String code = "C" + i;
            nodes.add(new Node(code, null, true, "标准"));
            String type = items.get(i).typeCode();
            List<String> own = items.subList(i, Math.min(i + span, items.size())).stream()
                    .filter(item -> item.typeCode().equals(type))
                    .map(Item::code)
                    .toList();
            requirements.add(new Requirement(
                    code + "-1",
                    code,
                    Points.of(points),
                    new PassFail(),
                    Requirement.Combination.MEAN,
                    own,
                    Map.of(),
                    null));
        }
        return new ForecastInputs(
                new ScoringEdition(new UUID(0, 1), "体系", nodes, requirements, byCode),
                List.copyOf(sites),
                List.copyOf(history),
                List.of(),
                List.of(),
                NOW);
    }
}
