package org.civitas.standard;

import java.util.Arrays;
import java.util.Optional;

/** 规则类型 — the kinds of rules, and which kind of observation each can judge. */
public enum RuleType {
    PASS_FAIL("符合率", ObservationKind.PASS),
    GRADE("等级", ObservationKind.GRADE),
    DEDUCT("扣分", ObservationKind.COUNT),
    THRESHOLD("分档", ObservationKind.FIGURE);

    private final String word;
    private final ObservationKind judges;

    RuleType(String word, ObservationKind judges) {
        this.word = word;
        this.judges = judges;
    }

    /** The word by which people and workbooks call it. */
    public String word() {
        return word;
    }

    public ObservationKind judges() {
        return judges;
    }

    public static Optional<RuleType> ofWord(String word) {
        return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
    }
}
