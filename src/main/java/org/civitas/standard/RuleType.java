package org.civitas.standard;

import static org.civitas.standard.Method.DATA;
import static org.civitas.standard.Method.MATERIAL;
import static org.civitas.standard.Method.OPINION;
import static org.civitas.standard.Method.SITE;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 规则类型 — the kinds of rules, the methods each can stand under, and what each can judge at a site. */
public enum RuleType {
    PASS_FAIL("符合率", EnumSet.of(SITE, MATERIAL, OPINION), ObservationKind.PASS),
    GRADE("等级", EnumSet.of(SITE, MATERIAL, OPINION), ObservationKind.GRADE),
    THRESHOLD("分档", EnumSet.of(SITE, DATA, MATERIAL, OPINION), ObservationKind.FIGURE),
    PROPORTION("完成比例", EnumSet.of(SITE, DATA, MATERIAL), ObservationKind.FIGURE),
    DEDUCT("扣分", EnumSet.of(SITE, MATERIAL, DATA, OPINION), ObservationKind.COUNT),
    ZEROING("缺项归零", EnumSet.of(SITE, MATERIAL, DATA), ObservationKind.PASS),
    COUNT_IN_WINDOW("窗口计数", EnumSet.of(SITE), ObservationKind.COUNT),
    DENSITY("密度", EnumSet.of(SITE), ObservationKind.COUNT),
    SURVEY("问卷分档", EnumSet.of(Method.SURVEY)),
    REVIEW("评分", EnumSet.of(MATERIAL, OPINION)),
    VETO("负面事件", EnumSet.of(Method.VETO)),
    EXPRESSION("公式", EnumSet.of(SITE, MATERIAL, DATA, Method.SURVEY, OPINION), ObservationKind.values());

    private final String word;
    private final Set<Method> methods;
    private final List<ObservationKind> kinds;

    RuleType(String word, Set<Method> methods, ObservationKind... kinds) {
        this.word = word;
        this.methods = Set.copyOf(methods);
        this.kinds = List.of(kinds);
    }

    /** The word by which people and workbooks call it. */
    public String word() {
        return word;
    }

    /** The methods under which a requirement can have it. */
    public Set<Method> methods() {
        return methods;
    }

    /** What an inspector may record for it; empty for a rule that judges nothing at a site. */
    public List<ObservationKind> kinds() {
        return kinds;
    }

    /** Whether check items of this kind can serve a requirement with it. */
    public boolean judges(ObservationKind kind) {
        return kinds.contains(kind);
    }

    public static Optional<RuleType> ofWord(String word) {
        return Arrays.stream(values()).filter(t -> t.word.equals(word)).findFirst();
    }
}
