package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.civitas.shared.Points;

/**
 * 显示得分 — a tally with two places, for a tree whose printed children add up to their printed parent.
 *
 * <p>Got is split by largest remainder under the printed got of the parent; judged and full are printed the same way and
 * are exact where the edition's points have no more than two places. Loss is what is missing from printed judged.
 */
public record ShownTally(BigDecimal got, BigDecimal judged, BigDecimal full) {

    public BigDecimal loss() {
        return judged.subtract(got);
    }

    public static ShownTally of(Tally tally) {
        return new ShownTally(
                new Points(tally.got()).shown(), new Points(tally.judged()).shown(), new Points(tally.full()).shown());
    }

    /** Printed tallies of all lines of a tree in points of the edition, by place; the uppermost lines sum to their printed sum. */
    public static Map<Integer, ShownTally> ofTree(List<ScoreLine> lines) {
        Tally total = lines.stream()
                .filter(line -> line.parentCode() == null)
                .map(ScoreLine::tally)
                .reduce(Tally.NOTHING, Tally::plus);
        Map<String, List<ScoreLine>> children = new LinkedHashMap<>();
        for (ScoreLine line : lines) {
            String parent = line.parentCode();
            children.computeIfAbsent(
                            parent == null ? "" : key(line.kind() == ScoreLine.Kind.REQUIREMENT, parent),
                            k -> new ArrayList<>())
                    .add(line);
        }
        Map<Integer, ShownTally> shown = new LinkedHashMap<>();
        under("", of(total), children, shown);
        return shown;
    }

    /** Requirements and nodes are told apart: both hang on a code. */
    private static String key(boolean requirement, String parentCode) {
        return (requirement ? "r" : "n") + parentCode;
    }

    private static void under(
            String key, ShownTally parent, Map<String, List<ScoreLine>> children, Map<Integer, ShownTally> shown) {
        List<ScoreLine> lines = children.getOrDefault(key, List.of());
        if (lines.isEmpty()) {
            return;
        }
        BigDecimal[] got = ShownPoints.ofParts(
                parent.got, lines.stream().mapToLong(l -> l.tally().got()).toArray());
        BigDecimal[] judged = ShownPoints.ofParts(
                parent.judged, lines.stream().mapToLong(l -> l.tally().judged()).toArray());
        BigDecimal[] full = ShownPoints.ofParts(
                parent.full, lines.stream().mapToLong(l -> l.tally().full()).toArray());
        for (int i = 0; i < got.length; i++) {
            ScoreLine line = lines.get(i);
            ShownTally tally = new ShownTally(got[i], judged[i], full[i]);
            shown.put(line.place(), tally);
            if (line.kind() != ScoreLine.Kind.REQUIREMENT) {
                under(key(false, line.code()), tally, children, shown);
                under(key(true, line.code()), tally, children, shown);
            }
        }
    }
}
