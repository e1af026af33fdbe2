package org.civitas.inspection;

/** 观察结果 — the form in which a check item was judged at a site. */
public enum Outcome {
    CONFORMING("符合"),
    NONCONFORMING("不符合"),
    NOT_APPLICABLE("不适用"),
    GRADED("评级"),
    COUNTED("计数"),
    MEASURED("数值");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
