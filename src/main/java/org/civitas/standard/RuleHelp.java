package org.civitas.standard;

import java.util.List;

/**
 * 规则写法 — how one kind of rule is written in a workbook or a form, with examples that can be copied.
 *
 * @param scores what it does, in words
 * @param carrier who carries the loss, in words
 */
public record RuleHelp(RuleType type, String scores, List<String> examples, String carrier) {

    private static final String FAILED = "不符合的观察按差额分担";
    private static final String LEAD = "要求的牵头单位";

    /** Every kind of rule once, in their order. */
    public static final List<RuleHelp> ALL = List.of(
            new RuleHelp(RuleType.PASS_FAIL, "符合的比例", List.of(""), FAILED + "；非现场为" + LEAD),
            new RuleHelp(
                    RuleType.GRADE,
                    "A、B、C、C# 各得满分的几成；按不满足的条件数评定，或现场直接评级；留空为 1、0.66、0.33、0",
                    List.of("A=1；B=0.66；C=0.33；C#=0"),
                    FAILED + "；非现场为" + LEAD),
            new RuleHelp(
                    RuleType.THRESHOLD,
                    "数值达到哪一档得哪一档的比例，从最好到最差写，都不到为 0 或“其余”",
                    List.of("≥90：1；≥80：0.6；≥60：0.3", "≤10：1；≤20：0.6；其余：0.2"),
                    LEAD),
            new RuleHelp(RuleType.PROPORTION, "完成数 ÷ 应完成数，最多 1；写了目标的，为数值 ÷ 目标（实地考察必须写目标）", List.of("", "目标=95"), LEAD),
            new RuleHelp(
                    RuleType.DEDUCT,
                    "满分减去处数 × 每处扣分，扣完为止；写了应有数的，缺一处算一处",
                    List.of("每处扣0.25", "应有3；每缺一处扣0.5"),
                    "每一处同样分担；非现场为" + LEAD),
            new RuleHelp(RuleType.ZEROING, "缺一项条件，整条标准（或仅本要求，实地考察为该点位）得 0；留空为整条标准", List.of("整条标准", "仅本要求"), "缺失的条件"),
            new RuleHelp(
                    RuleType.COUNT_IN_WINDOW,
                    "任意一段距离或时间内最多出现几处，再按处数分档；只记了总数的，总数即为窗口内的处数",
                    List.of("窗口=200米；≤0：1；≤2：0.6", "窗口=5分钟；≤0：1；≤3：0.5"),
                    FAILED),
            new RuleHelp(
                    RuleType.DENSITY,
                    "每若干米几处，再分档；路程为一次通常走的米数，记录里有实际长度的以实际为准",
                    List.of("每100米；≥1：1；≥0.5：0.6", "每100米；路程=500米；≤0.2：1；≤1：0.5"),
                    FAILED),
            new RuleHelp(RuleType.SURVEY, "问卷加权结果（百分数）达到哪一档", List.of("≥90：1；≥80：0.7", "题目=满意率；≥90：1；≥80：0.7"), LEAD),
            new RuleHelp(
                    RuleType.REVIEW,
                    "评审分 ÷ 满分，两人取平均；有仲裁分的只用仲裁分；相差太大而未仲裁的视为未测",
                    List.of("", "满分=100", "满分=100；相差超过20仲裁"),
                    LEAD),
            new RuleHelp(
                    RuleType.VETO,
                    "负面清单事件对整轮的后果：扣分、暂停、封顶、取消；分值按总分的单位",
                    List.of("每起扣2", "每起扣2；最多扣6", "最高80", "暂停", "取消"),
                    "事件本身"),
            new RuleHelp(
                    RuleType.EXPRESSION,
                    "其他规则写不出的，用公式（CEL）算出 0 到 1 的比例",
                    List.of("failed == 0 ? 1 : failed <= 2 ? 0.5 : 0", "max(0, 1 - faults * 0.1)"),
                    FAILED + "；非现场为" + LEAD));
}
