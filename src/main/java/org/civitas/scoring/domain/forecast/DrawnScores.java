package org.civitas.scoring.domain.forecast;

/** 模拟得分 — the score of every draw, in 10⁻⁹ per cent, in the order of draws, with the sums over all draws. */
public record DrawnScores(long[] scores, DrawSums sums) {

    /** Arithmetic mean, in 10⁻⁹ per cent. */
    public double mean() {
        double sum = 0;
        for (long score : scores) {
            sum += score;
        }
        return sum / scores.length;
    }

    /** Standard deviation of the score from draw to draw, in 10⁻⁹ per cent. */
    public double deviation() {
        double mean = mean();
        double squares = 0;
        for (long score : scores) {
            squares += (score - mean) * (score - mean);
        }
        return StrictMath.sqrt(squares / Math.max(scores.length - 1, 1));
    }

    /** The value that {@code share} of the draws do not exceed (nearest rank), in 10⁻⁹ per cent. */
    public long percentile(double share) {
        long[] sorted = scores.clone();
        java.util.Arrays.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.clamp(rank - 1L, 0, sorted.length - 1)];
    }

    /** Share of the draws that reach the target. */
    public double reached(long target) {
        int reached = 0;
        for (long score : scores) {
            reached += score >= target ? 1 : 0;
        }
        return reached / (double) scores.length;
    }
}
