package org.civitas.scoring.domain.forecast;

import java.util.BitSet;
import org.civitas.scoring.domain.Fraction;
import org.civitas.scoring.domain.forecast.Layout.Cell;

/** 抽取 — computes draws one after another, reusing its arrays; one for each thread. */
final class DrawRun {

    private final Layout layout;
    private final ForecastSettings settings;
    private final BitSet mended;
    private final int[] rank;
    private final long[] scores;
    private final DrawSums sums;
    private final SampleDraw[] samples;
    private final SiteDraw site = new SiteDraw();
    private final DrawStream stream = new DrawStream(0);
    private final int[] found;
    private final long[] cellSum;
    private final int[] cellCount;
    private final double[] unit;
    private final long[] gains;
    private long[] ratios = new long[256];
    private final double[] counties;
    private final ScoreSum score;

    DrawRun(Layout layout, ForecastSettings settings, BitSet mended, int[] rank, int ranked, long[] scores) {
        this.layout = layout;
        this.settings = settings;
        this.mended = mended;
        this.rank = rank;
        this.scores = scores;
        this.sums = new DrawSums(layout, ranked);
        int types = layout.model.types().size();
        samples = new SampleDraw[types];
        int items = 0;
        int most = 0;
        for (int t = 0; t < types; t++) {
            TypeModel type = layout.model.types().get(t);
            samples[t] = new SampleDraw(type.sites().size(), settings.plan().of(type.typeCode()));
            items = Math.max(items, type.items().size());
            for (SiteModel each : type.sites()) {
                most = Math.max(most, each.county() + 1);
            }
        }
        found = new int[items];
        counties = new double[most];
        cellSum = new long[layout.cells.length];
        cellCount = new int[layout.cells.length];
        unit = new double[layout.cells.length];
        gains = new long[ranked];
        score = new ScoreSum(layout);
    }

    DrawSums sums() {
        return sums;
    }

    void draw(int from, int to) {
        for (int draw = from; draw < to; draw++) {
            scores[draw] = draw(DrawStream.seedOf(settings.seed(), draw));
        }
    }

    private long draw(long seed) {
        java.util.Arrays.fill(cellSum, 0);
        java.util.Arrays.fill(cellCount, 0);
        stream.restart(seed);
        int used = 0;
        for (int t = 0; t < samples.length; t++) {
            for (int c = 0; c < counties.length; c++) {
                counties[c] = stream.normal();
            }
            samples[t].draw(stream);
            used = visit(t, seed, used);
        }
        long total = score.of(cellSum, cellCount, unit, stream, sums);
        sums.reached += total >= settings.target() ? 1 : 0;
        charge();
        inTurn(total);
        return total;
    }

    /** Visits the drawn sites of a type; remembers their ratios for the losses. */
    private int visit(int t, long seed, int before) {
        TypeModel type = layout.model.types().get(t);
        Cell[] cells = layout.cellsOfType[t];
        int first = layout.firstCell[t];
        int used = before;
        for (int i = 0; i < samples[t].size(); i++) {
            int place = samples[t].at(i);
            int global = layout.firstSite[t] + place;
            SiteModel own = type.sites().get(place);
            site.draw(own, DrawStream.seedOf(seed, global + 1L), counties[own.county()], mended.get(global), found);
            if (used + cells.length > ratios.length) {
                ratios = java.util.Arrays.copyOf(ratios, ratios.length * 2 + cells.length);
            }
            for (int c = 0; c < cells.length; c++) {
                long ratio = cells[c].ratio().of(found);
                ratios[used++] = ratio;
                if (ratio >= 0) {
                    cellSum[first + c] += ratio;
                    cellCount[first + c]++;
                }
            }
        }
        return used;
    }

    /** Gives every site what the whole score lacks because of it. */
    private void charge() {
        java.util.Arrays.fill(gains, 0);
        int used = 0;
        for (int t = 0; t < samples.length; t++) {
            int cells = layout.cellsOfType[t].length;
            int first = layout.firstCell[t];
            for (int i = 0; i < samples[t].size(); i++) {
                int place = samples[t].at(i);
                int global = layout.firstSite[t] + place;
                int losses = layout.firstLoss[t] + place * cells;
                long whole = 0;
                sums.drawn[global]++;
                for (int c = 0; c < cells; c++) {
                    long ratio = ratios[used++];
                    if (ratio >= 0 && ratio < Fraction.ONE) {
                        long loss = Math.round((Fraction.ONE - ratio) * unit[first + c]);
                        sums.losses[losses + c] += loss;
                        whole += loss;
                    }
                }
                if (rank[global] >= 0) {
                    gains[rank[global]] += whole;
                }
            }
        }
    }

    private void inTurn(long total) {
        long score = total;
        for (int i = 0; i <= gains.length; i++) {
            sums.scoresInTurn[i] += score;
            sums.reachedInTurn[i] += score >= settings.target() ? 1 : 0;
            score += i < gains.length ? gains[i] : 0;
        }
    }
}
