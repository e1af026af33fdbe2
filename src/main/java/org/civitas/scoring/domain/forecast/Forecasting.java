package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.civitas.scoring.domain.forecast.ForecastResult.Bin;
import org.civitas.scoring.domain.forecast.ForecastResult.SiteLoss;
import org.civitas.scoring.domain.forecast.ForecastResult.Size;
import org.civitas.scoring.domain.forecast.ForecastResult.Turn;

/** 测评预测 — one model, one sample plan: the forecast, and what mending chosen sites would change. */
public final class Forecasting {

    /** So many of the worst sites are followed one after another. */
    static final int FOLLOWED = 50;

    /** 整改效果 — score and probability with the chosen sites mended, by the very same draws. */
    public record WhatIf(long mean, long low, long high, double reached) {}

    private final ForecastModel model;
    private final ForecastSettings settings;
    private final int threads;
    private final Simulation simulation;

    public Forecasting(ForecastModel model, ForecastSettings settings, int threads) {
        this.model = model;
        this.settings = settings;
        this.threads = threads;
        this.simulation = new Simulation(model, settings);
    }

    public ForecastResult forecast() {
        DrawnScores drawn = simulation.run(threads);
        Layout layout = simulation.layout();
        ExpectedLosses losses = new ExpectedLosses(layout, drawn.sums(), settings.draws());
        List<SiteLoss> sites = losses.sites();
        int[] worst = sites.stream()
                .filter(site -> site.loss() > 0)
                .mapToInt(SiteLoss::number)
                .limit(FOLLOWED)
                .toArray();
        DrawnScores turns = simulation.inTurn(threads, worst);
        return new ForecastResult(
                Math.round(drawn.mean()),
                drawn.percentile(0.05),
                drawn.percentile(0.95),
                Math.round(drawn.deviation()),
                Math.round(drawn.deviation() / StrictMath.sqrt(settings.draws())),
                expected(),
                drawn.reached(settings.target()),
                bins(drawn.scores()),
                losses.criteria(),
                sites,
                losses.units(),
                turns(turns.sums()),
                model.fixed(),
                model.correlation(),
                size(),
                drawn.sums().unjudged);
    }

    /** Sites that the model does not know are passed over. */
    public WhatIf mended(List<UUID> siteIds) {
        Map<UUID, Integer> places = places();
        BitSet mended = new BitSet();
        siteIds.stream().map(places::get).filter(Objects::nonNull).forEach(mended::set);
        DrawnScores drawn = simulation.mended(threads, mended);
        return new WhatIf(
                Math.round(drawn.mean()),
                drawn.percentile(0.05),
                drawn.percentile(0.95),
                drawn.reached(settings.target()));
    }

    private Map<UUID, Integer> places() {
        Map<UUID, Integer> places = new TreeMap<>();
        for (TypeModel type : model.types()) {
            type.sites().forEach(site -> places.put(site.site().id(), places.size()));
        }
        return places;
    }

    private @org.jspecify.annotations.Nullable Long expected() {
        var closed = ExpectedScore.of(model, settings.plan());
        return closed.isPresent() ? Math.round(closed.getAsDouble()) : null;
    }

    private List<Turn> turns(DrawSums sums) {
        double draws = settings.draws();
        return IntStream.range(0, sums.scoresInTurn.length)
                .mapToObj(i -> new Turn(Math.round(sums.scoresInTurn[i] / draws), sums.reachedInTurn[i] / draws))
                .toList();
    }

    /** Steps of a quarter, a half or a whole per cent … so that there are at most about forty. */
    private static List<Bin> bins(long[] scores) {
        long least = java.util.Arrays.stream(scores).min().orElse(0);
        long most = java.util.Arrays.stream(scores).max().orElse(0);
        long step = 250_000_000;
        while ((most - least) / step > 40) {
            step *= 2;
        }
        SortedMap<Long, Integer> counted = new TreeMap<>();
        for (long from = least / step * step; from <= most; from += step) {
            counted.put(from, 0);
        }
        for (long score : scores) {
            counted.merge(score / step * step, 1, Integer::sum);
        }
        List<Bin> bins = new ArrayList<>();
        counted.forEach((from, draws) -> bins.add(new Bin(from, draws)));
        return bins;
    }

    private Size size() {
        int sites = 0;
        int population = 0;
        int never = 0;
        for (TypeModel type : model.types()) {
            if (settings.plan().of(type.typeCode()) > 0) {
                sites += Math.min(
                        settings.plan().of(type.typeCode()), type.sites().size());
                population += type.sites().size();
                never +=
                        (int) type.sites().stream().filter(s -> s.visits() == 0).count();
            }
        }
        return new Size(sites, population, never, model.observations());
    }

    static final Comparator<SiteLoss> WORST_FIRST =
            Comparator.comparingLong(SiteLoss::loss).reversed().thenComparingInt(SiteLoss::number);
}
