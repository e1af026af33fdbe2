package org.civitas.scoring.domain.forecast;

/**
 * 累计 — sums over draws, all of integers, so that parts can be added in any order.
 *
 * <p>Losses are in 10⁻⁹ per cent of the whole score: over sites and fixed parts they sum to what the score lacks of 100.
 */
final class DrawSums {

    /** Loss of every (site, cell). */
    final long[] losses;
    /** How often each site was drawn. */
    final int[] drawn;
    /** Loss of every requirement and in how many draws it was judged. */
    final long[] requirementLosses;

    final int[] requirementJudged;
    /** With the first 0, 1, 2, … of the ranked sites mended: sum of scores, draws that reach the target. */
    final long[] scoresInTurn;

    final int[] reachedInTurn;
    int reached;
    int unjudged;

    DrawSums(Layout layout, int ranked) {
        losses = new long[layout.losses];
        drawn = new int[layout.sites];
        requirementLosses = new long[layout.requirements.size()];
        requirementJudged = new int[layout.requirements.size()];
        scoresInTurn = new long[ranked + 1];
        reachedInTurn = new int[ranked + 1];
    }

    void add(DrawSums other) {
        add(losses, other.losses);
        add(drawn, other.drawn);
        add(requirementLosses, other.requirementLosses);
        add(requirementJudged, other.requirementJudged);
        add(scoresInTurn, other.scoresInTurn);
        add(reachedInTurn, other.reachedInTurn);
        reached += other.reached;
        unjudged += other.unjudged;
    }

    private static void add(long[] to, long[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    private static void add(int[] to, int[] from) {
        for (int i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }
}
