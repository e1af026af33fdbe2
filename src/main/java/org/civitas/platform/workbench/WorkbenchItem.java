package org.civitas.platform.workbench;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * 工作台事项 — one figure of the home page; it always opens its list.
 *
 * @param title what it is, in Chinese, such as 待派发问题
 * @param figure the number; a share as per cent (98.45), a score as points (86.3)
 * @param unit 件, 项, 个, %, 分 …
 * @param url page of the desk that lists exactly what was counted, such as {@code /cases?state=FILED}
 * @param due the earliest deadline among what was counted, if it has one
 */
public record WorkbenchItem(
        Section section,
        String title,
        BigDecimal figure,
        String unit,
        String url,
        Urgency urgency,
        @Nullable Instant due) {

    /** 栏目 — which of the three questions of the home page it answers. */
    public enum Section {
        /** What must I do now? */
        TODO,
        /** What changed since yesterday? */
        CHANGED,
        /** Where do we stand? */
        STANDING
    }

    /** 紧急程度. */
    public enum Urgency {
        NORMAL,
        SOON,
        OVERDUE
    }

    public static WorkbenchItem todo(String title, long count, String unit, String url) {
        return new WorkbenchItem(Section.TODO, title, BigDecimal.valueOf(count), unit, url, Urgency.NORMAL, null);
    }

    public static WorkbenchItem changed(String title, long count, String unit, String url) {
        return new WorkbenchItem(Section.CHANGED, title, BigDecimal.valueOf(count), unit, url, Urgency.NORMAL, null);
    }

    public static WorkbenchItem standing(String title, BigDecimal figure, String unit, String url) {
        return new WorkbenchItem(Section.STANDING, title, figure, unit, url, Urgency.NORMAL, null);
    }

    /** The same with its urgency and, when there is one, its earliest deadline. */
    public WorkbenchItem urgent(Urgency level, @Nullable Instant earliest) {
        return new WorkbenchItem(section, title, figure, unit, url, level, earliest);
    }
}
