package org.civitas.demo.story;

import java.util.List;

/**
 * 检查项 — what the story needs to know of a check item.
 *
 * @param goodFrom least figure that reads well, {@code goodTo} the greatest; {@code badFrom} and {@code badTo} likewise;
 *     all 0 where nothing is measured
 */
public record Item(
        String code,
        String siteType,
        String text,
        Kind kind,
        boolean pictureNeeded,
        List<Fault> faults,
        double goodFrom,
        double goodTo,
        double badFrom,
        double badTo) {

    /** 记录方式 — how it is judged. */
    public enum Kind {
        PASS,
        GRADE,
        COUNT,
        FIGURE
    }

    /** 常见问题 — a usual fault and the type of case that it becomes, in words. */
    public record Fault(String text, String caseType) {}
}
