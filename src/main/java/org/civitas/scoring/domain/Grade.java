package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 分级评定 — A/B/C/C#, given on the spot, or by the number of conditions (check items) that are not met at the site.
 *
 * <p>Unmet conditions are counted, not met ones, so that a condition that does not apply takes no part; the failed
 * observations carry the loss in equal parts per condition. Once an item of the site has a grade of its own, every item
 * counts by its grade (符合 as the best, 不符合 as the last) and carries what is missing from full.
 *
 * @param levels from the best; the last one is for everything beyond
 */
public record Grade(List<Level> levels) implements ScoringRule {

    /** 等级 — reached with at most {@code unmet} conditions not met; {@code ratio} in integers of 10⁻⁹. */
    public record Level(String name, int unmet, long ratio) {}

    public Grade {
        levels = List.copyOf(levels);
        if (levels.isEmpty()) {
            throw new RuleViolation("scoring.grade.empty", "分级评定至少要有一个等级。");
        }
        for (int i = 1; i < levels.size(); i++) {
            if (levels.get(i).ratio() > levels.get(i - 1).ratio()
                    || levels.get(i).unmet() <= levels.get(i - 1).unmet()) {
                throw new RuleViolation(
                        "scoring.grade.order", "等级“" + levels.get(i).name() + "”必须比前一级允许更多条件不满足，且得分比例不能更高。");
            }
        }
    }

    /** The usual one: all met A 1.0, one missing B 0.66, two missing C 0.33, more C# 0. */
    public static Grade usual() {
        return new Grade(List.of(
                new Level("A", 0, 1_000_000_000L),
                new Level("B", 1, 660_000_000L),
                new Level("C", 2, 330_000_000L),
                new Level("C#", Integer.MAX_VALUE, 0)));
    }

    /** The level for this many unmet conditions. */
    public Level levelFor(int unmet) {
        for (Level level : levels) {
            if (unmet <= level.unmet()) {
                return level;
            }
        }
        return levels.getLast();
    }

    @Override
    public Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        return observations.stream().anyMatch(o -> o.grade() != null)
                ? ItemReadings.combine(requirement, observations, this::ratioOf)
                : byConditions(observations);
    }

    /** Of reviewers' grades the mean; else by the number of conditions that are not met. */
    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        List<EnteredFact.Mark> graded =
                facts.marks().stream().filter(m -> m.grade() != null).toList();
        if (!graded.isEmpty()) {
            Fraction[] ratios = graded.stream()
                    .map(m -> Fraction.ofNanos(ratioOf(String.valueOf(m.grade()))))
                    .toArray(Fraction[]::new);
            return new FactJudgement(Fraction.mean(ratios), List.of(graded.getFirst()));
        }
        List<EnteredFact.Condition> conditions = facts.conditions();
        return conditions.isEmpty()
                ? null
                : FactJudgement.ofConditions(
                        Fraction.ofNanos(
                                levelFor(MethodFacts.failed(conditions).size()).ratio()),
                        conditions);
    }

    private long ratioOf(String grade) {
        return levels.stream()
                .filter(level -> level.name().equals(grade))
                .findFirst()
                .orElseGet(levels::getLast)
                .ratio();
    }

    private long ratioOf(ObservationFacts observation) {
        String grade = observation.grade();
        if (grade == null) {
            return (observation.failed() ? levels.getLast() : levels.getFirst()).ratio();
        }
        return ratioOf(grade);
    }

    private Judgement byConditions(List<ObservationFacts> observations) {
        Map<String, Integer> failures = new LinkedHashMap<>();
        Map<String, Integer> unmetByItem = new LinkedHashMap<>();
        for (ObservationFacts observation : observations) {
            failures.merge(observation.itemCode(), observation.failed() ? 1 : 0, Integer::sum);
            unmetByItem.merge(observation.itemCode(), observation.failed() ? observation.faults() : 0, Integer::max);
        }
        int unmet = unmetByItem.values().stream().mapToInt(n -> n).sum();
        long[] deficits = observations.stream()
                .mapToLong(o -> o.failed() ? Fraction.ONE / Objects.requireNonNull(failures.get(o.itemCode())) : 0)
                .toArray();
        return Judgement.of(Fraction.ofNanos(levelFor(unmet).ratio()), observations, deficits);
    }

    @Override
    public String sentence() {
        return levels.stream()
                .map(l -> (l.unmet() == 0
                                ? "全部满足"
                                : l.unmet() == Integer.MAX_VALUE ? "其余" : "至多 " + l.unmet() + " 项不满足")
                        + "为 " + l.name() + "（得 "
                        + BigDecimal.valueOf(l.ratio(), 7).stripTrailingZeros().toPlainString() + "%）")
                .collect(Collectors.joining("，"));
    }
}
