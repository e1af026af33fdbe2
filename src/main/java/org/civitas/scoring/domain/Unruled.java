package org.civitas.scoring.domain;

/** 未定规则 — a requirement of an edition that names no rule for it; it is never judged. */
public record Unruled() implements ScoringRule {

    @Override
    public String sentence() {
        return "体系中没有写明计分规则，视为未测";
    }
}
