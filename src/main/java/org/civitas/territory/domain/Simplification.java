package org.civitas.territory.domain;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * 线形简化 — leaves out corners that lie closer to the line than a tolerance (Douglas and Peucker); a ring stays a ring.
 *
 * <p>Longitudes count a little less than latitudes in our country; for a drawing that is of no account.
 */
public final class Simplification {

    private static final int LEAST_OF_RING = 4;

    private Simplification() {}

    public static List<double[]> of(double[][] line, double tolerance) {
        boolean ring = line.length > 3 && same(line[0], line[line.length - 1]);
        boolean[] kept = new boolean[line.length];
        Deque<int[]> spans = new ArrayDeque<>();
        if (ring) {
            int opposite = farthest(line);
            spans.push(new int[] {0, opposite});
            spans.push(new int[] {opposite, line.length - 1});
        } else {
            spans.push(new int[] {0, line.length - 1});
        }
        while (!spans.isEmpty()) {
            int[] span = spans.pop();
            kept[span[0]] = true;
            kept[span[1]] = true;
            split(line, span, tolerance, spans);
        }
        List<double[]> out = new ArrayList<>();
        for (int i = 0; i < line.length; i++) {
            if (kept[i]) {
                out.add(line[i]);
            }
        }
        return ring && out.size() < LEAST_OF_RING ? List.of(line) : out;
    }

    private static void split(double[][] line, int[] span, double tolerance, Deque<int[]> spans) {
        double most = tolerance;
        int at = -1;
        for (int i = span[0] + 1; i < span[1]; i++) {
            double distance = distance(line[i], line[span[0]], line[span[1]]);
            if (distance > most) {
                most = distance;
                at = i;
            }
        }
        if (at > 0) {
            spans.push(new int[] {span[0], at});
            spans.push(new int[] {at, span[1]});
        }
    }

    private static int farthest(double[][] ring) {
        int at = 1;
        double most = -1;
        for (int i = 1; i < ring.length - 1; i++) {
            double distance = Math.hypot(ring[i][0] - ring[0][0], ring[i][1] - ring[0][1]);
            if (distance > most) {
                most = distance;
                at = i;
            }
        }
        return at;
    }

    /** From a point to the straight piece between two others. */
    private static double distance(double[] p, double[] a, double[] b) {
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : Math.clamp(((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / length, 0, 1);
        return Math.hypot(p[0] - a[0] - t * dx, p[1] - a[1] - t * dy);
    }

    private static boolean same(double[] a, double[] b) {
        return a[0] == b[0] && a[1] == b[1];
    }
}
