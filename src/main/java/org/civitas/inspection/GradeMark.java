package org.civitas.inspection;

import java.util.Arrays;
import org.civitas.shared.RuleViolation;

/** 评级 — A, B, C or C# as an inspector gives it; what a grade is worth is decided by the edition, not here. */
public enum GradeMark {
    A("A"),
    B("B"),
    C("C"),
    C_SHARP("C#");

    private final String letter;

    GradeMark(String letter) {
        this.letter = letter;
    }

    public String letter() {
        return letter;
    }

    public boolean failed() {
        return this == C || this == C_SHARP;
    }

    public static GradeMark of(String letter) {
        return Arrays.stream(values())
                .filter(mark -> mark.letter.equals(letter))
                .findFirst()
                .orElseThrow(
                        () -> new RuleViolation("observation.grade.unknown", "评级只能是 A、B、C、C#，收到的是“" + letter + "”。"));
    }
}
