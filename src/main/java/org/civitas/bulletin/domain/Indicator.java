package org.civitas.bulletin.domain;

/** 排名指标 — a share that a ranking is composed of; more is better. Each is defined by the module that owns its facts. */
public enum Indicator {
    MENDED_RATE("整改率", "已销号问题÷发现问题"),
    ON_TIME_RATE("按时办结率", "按时办结÷本期到期应办结"),
    FIRST_PASS_RATE("一次整改合格率", "未被退回返工的÷已提交核查的"),
    SIGNED_IN_TIME_RATE("签收及时率", "按时签收÷交办"),
    SCORE_RATE("测评得分率", "已发布轮次的测评得分÷已评分值");

    private final String word;
    private final String definition;

    Indicator(String word, String definition) {
        this.word = word;
        this.definition = definition;
    }

    public String word() {
        return word;
    }

    /** Numerator ÷ denominator, in Chinese. */
    public String definition() {
        return definition;
    }
}
