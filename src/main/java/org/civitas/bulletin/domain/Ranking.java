package org.civitas.bulletin.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 排名 — subjects in order, each with its computation, and those that take no part with the reason.
 *
 * <p>Equal totals share a rank, and the next rank counts them (1, 1, 3). An indicator that was not measured of a subject is
 * left out, and its weight is shared by the others in proportion.
 */
public record Ranking(RankingScheme scheme, List<Line> lines, List<Unranked> unranked) {

    /** 计算步骤 — weight × value of one indicator; {@code product} is exact. */
    public record Step(
            Indicator indicator,
            int weight,
            BigDecimal numerator,
            BigDecimal denominator,
            BigDecimal value,
            BigDecimal product) {}

    /** 名次 — a ranked subject; {@code total} = Σ products ÷ Σ weights, two places. */
    public record Line(
            int rank,
            String id,
            String name,
            BigDecimal total,
            int weights,
            List<Step> steps,
            long found,
            long due,
            @Nullable Integer sites) {

        /** 计算过程 in one line: 整改率 95.00×40＋按时办结率 90.00×60＝9200.00，÷100＝92.00. */
        public String computation() {
            BigDecimal sum = steps.stream().map(Step::product).reduce(BigDecimal.ZERO, BigDecimal::add);
            return steps.stream()
                            .map(step ->
                                    step.indicator().word() + " " + step.value().toPlainString() + "×" + step.weight())
                            .collect(Collectors.joining("＋"))
                    + "＝" + sum.setScale(2, RoundingMode.HALF_UP).toPlainString() + "，÷" + weights + "＝"
                    + total.toPlainString();
        }
    }

    /** 不参与排名 — a subject without a rank, and why. */
    public record Unranked(String id, String name, String reason) {}

    public Ranking {
        lines = List.copyOf(lines);
        unranked = List.copyOf(unranked);
    }

    public static Ranking of(RankingScheme scheme, List<RankingSubject> subjects) {
        List<Line> lines = new ArrayList<>();
        List<Unranked> unranked = new ArrayList<>();
        for (RankingSubject subject : subjects) {
            List<Step> steps = steps(scheme, subject);
            if (subject.due() < scheme.leastDue()) {
                unranked.add(new Unranked(subject.id(), subject.name(), tooLittleDue(scheme, subject)));
            } else if (steps.isEmpty()) {
                unranked.add(new Unranked(subject.id(), subject.name(), "本期没有可以计算的指标"));
            } else {
                lines.add(line(subject, steps));
            }
        }
        lines.sort(Comparator.comparing(Line::total).reversed().thenComparing(Line::id));
        unranked.sort(Comparator.comparing(Unranked::id));
        return new Ranking(scheme, ranked(lines), unranked);
    }

    private static String tooLittleDue(RankingScheme scheme, RankingSubject subject) {
        return subject.due() == 0
                ? "本期没有到期应办结的问题"
                : "本期到期应办结的问题只有 " + subject.due() + " 件，少于 " + scheme.leastDue() + " 件";
    }

    private static List<Step> steps(RankingScheme scheme, RankingSubject subject) {
        List<Step> steps = new ArrayList<>();
        for (RankingScheme.Item item : scheme.items()) {
            Measure measure = subject.measures().get(item.indicator());
            if (measure != null) {
                BigDecimal value = measure.percent();
                BigDecimal product = value.multiply(BigDecimal.valueOf(item.weight()));
                steps.add(new Step(
                        item.indicator(), item.weight(), measure.numerator(), measure.denominator(), value, product));
            }
        }
        return steps;
    }

    private static Line line(RankingSubject subject, List<Step> steps) {
        int weights = steps.stream().mapToInt(Step::weight).sum();
        BigDecimal sum = steps.stream().map(Step::product).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = sum.divide(BigDecimal.valueOf(weights), 2, RoundingMode.HALF_UP);
        return new Line(
                0,
                subject.id(),
                subject.name(),
                total,
                weights,
                List.copyOf(steps),
                subject.found(),
                subject.due(),
                subject.sites());
    }

    private static List<Line> ranked(List<Line> sorted) {
        List<Line> ranked = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Line line = sorted.get(i);
            boolean tied = i > 0 && sorted.get(i - 1).total().compareTo(line.total()) == 0;
            int rank = tied ? ranked.get(i - 1).rank() : i + 1;
            ranked.add(new Line(
                    rank,
                    line.id(),
                    line.name(),
                    line.total(),
                    line.weights(),
                    line.steps(),
                    line.found(),
                    line.due(),
                    line.sites()));
        }
        return ranked;
    }
}
