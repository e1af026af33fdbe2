package org.civitas.scoring.domain.forecast;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * 模拟 — draws the official sample and its outcomes many times.
 *
 * <p>Every draw has its own random numbers and all sums are of integers, so the result is the same on any number of threads.
 */
public final class Simulation {

    private final Layout layout;
    private final ForecastSettings settings;

    public Simulation(ForecastModel model, ForecastSettings settings) {
        this.layout = new Layout(model);
        this.settings = settings;
    }

    /** As things stand. */
    public DrawnScores run(int threads) {
        return run(threads, new BitSet(), new int[0]);
    }

    /** With these sites mended (places among all sites of the model, type after type). */
    public DrawnScores mended(int threads, BitSet mended) {
        return run(threads, mended, new int[0]);
    }

    /** What the mends of the ranked sites would bring, one after another. */
    public DrawnScores inTurn(int threads, int[] ranked) {
        return run(threads, new BitSet(), ranked);
    }

    Layout layout() {
        return layout;
    }

    private DrawnScores run(int threads, BitSet mended, int[] ranked) {
        int[] rank = new int[layout.sites];
        java.util.Arrays.fill(rank, -1);
        for (int i = 0; i < ranked.length; i++) {
            rank[ranked[i]] = i;
        }
        long[] scores = new long[settings.draws()];
        List<DrawRun> runs = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            runs.add(new DrawRun(layout, settings, mended, rank, ranked.length, scores));
        }
        if (threads == 1) {
            runs.getFirst().draw(0, scores.length);
        } else {
            inParallel(runs, scores.length);
        }
        runs.subList(1, runs.size()).forEach(run -> runs.getFirst().sums().add(run.sums()));
        return new DrawnScores(scores, runs.getFirst().sums());
    }

    private static void inParallel(List<DrawRun> runs, int draws) {
        try (ExecutorService threads = Executors.newFixedThreadPool(runs.size())) {
            List<Future<?>> parts = new ArrayList<>();
            for (int i = 0; i < runs.size(); i++) {
                DrawRun run = runs.get(i);
                int from = (int) ((long) draws * i / runs.size());
                int to = (int) ((long) draws * (i + 1) / runs.size());
                parts.add(threads.submit(() -> run.draw(from, to)));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
