package org.civitas.scoring.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.civitas.standard.RuleExpression;
import org.jspecify.annotations.Nullable;

/**
 * 公式计分 — a ratio by a CEL expression, rounded HALF_UP to 10⁻⁹; an expression without a value (0 / 0) is not judged.
 *
 * <p>The failed observations carry the loss, all of them where none failed. An expression may rate a 符合 below a 不符合:
 * of all rules it alone gives no promise about that.
 */
public final class Expression implements ScoringRule {

    private final RuleExpression compiled;

    public Expression(String text) {
        compiled = RuleExpression.of(text);
    }

    public String text() {
        return compiled.text();
    }

    @Override
    public @Nullable Judgement judge(Requirement requirement, List<ObservationFacts> observations) {
        double failed = 0;
        double faults = 0;
        double figures = 0;
        double measured = 0;
        for (ObservationFacts o : observations) {
            failed += o.failed() ? 1 : 0;
            faults += o.faults();
            if (o.figure() != null) {
                figures += o.figure().doubleValue();
                measured++;
            }
        }
        Map<String, Double> inputs = inputs(requirement, observations.size(), failed);
        inputs.put("faults", faults);
        if (measured > 0) {
            inputs.put("figure", figures / measured);
        }
        Fraction ratio = ratio(inputs);
        return ratio == null ? null : Judgement.failed(ratio, observations);
    }

    @Override
    public @Nullable FactJudgement judge(Requirement requirement, MethodFacts facts) {
        List<EnteredFact.Condition> conditions = facts.conditions();
        Map<String, Double> inputs = inputs(
                requirement, conditions.size(), MethodFacts.failed(conditions).size());
        EnteredFact carrier = conditions.isEmpty() ? null : conditions.getFirst();
        List<EnteredFact.Mark> marks =
                facts.marks().stream().filter(m -> m.mark() != null).toList();
        if (!marks.isEmpty() && requirement.full().nanos() > 0) {
            inputs.put("mark", meanMark(marks) / requirement.full().exact().doubleValue());
            carrier = marks.getFirst();
        }
        EnteredFact.Figure figure = facts.figure();
        if (figure != null) {
            put(inputs, "value", figure.value());
            put(inputs, "done", figure.done());
            put(inputs, "required", figure.required());
            carrier = figure;
        }
        EnteredFact.Estimate estimate = facts.estimate();
        if (estimate != null) {
            inputs.put("share", BigDecimal.valueOf(estimate.share(), 9).doubleValue());
            carrier = estimate;
        }
        Fraction ratio = ratio(inputs);
        return ratio == null || carrier == null ? null : new FactJudgement(ratio, List.of(carrier));
    }

    private static double meanMark(List<EnteredFact.Mark> marks) {
        return marks.stream()
                .mapToDouble(m -> Objects.requireNonNull(m.mark()).doubleValue())
                .average()
                .orElse(0);
    }

    private static Map<String, Double> inputs(Requirement requirement, double judged, double failed) {
        Map<String, Double> inputs = new HashMap<>();
        inputs.put("full", requirement.full().exact().doubleValue());
        inputs.put("judged", judged);
        inputs.put("failed", failed);
        inputs.put("passed", judged - failed);
        return inputs;
    }

    private static void put(Map<String, Double> inputs, String name, @Nullable BigDecimal value) {
        if (value != null) {
            inputs.put(name, value.doubleValue());
        }
    }

    private @Nullable Fraction ratio(Map<String, Double> inputs) {
        OptionalDouble value = compiled.ratio(inputs);
        return value.isEmpty()
                ? null
                : Fraction.ofNanos(BigDecimal.valueOf(value.getAsDouble())
                        .setScale(9, RoundingMode.HALF_UP)
                        .unscaledValue()
                        .longValueExact());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression expression && expression.text().equals(text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String sentence() {
        return "按公式计算得分比例：" + text();
    }
}
