package org.civitas.bulletin.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 通报内容 — everything that a bulletin says, copied: nothing in it is looked up again.
 *
 * <p>Stored as JSON. A field may be added as nullable, none may be renamed or taken away: published bulletins stay readable.
 */
public record BulletinContent(
        Head head,
        String opening,
        Overview overview,
        Ranking units,
        Ranking streets,
        List<Typical> typical,
        List<AreaProblems> problems,
        List<String> requirements) {

    /** 公文要素 — organ and so on as the paper prints them. */
    public record Head(String organ, String addressee, String signature, String copies) {}

    /**
     * 总体情况 — figures of the whole area, as of the cut-off.
     *
     * @param mendedRate null when nothing was found
     * @param round the published round of assessment that was used, null when none
     */
    public record Overview(
            String areaName,
            String periodWords,
            long found,
            long mended,
            @Nullable BigDecimal mendedRate,
            long due,
            long onTime,
            @Nullable BigDecimal onTimeRate,
            long overdueOpen,
            long reworked,
            @Nullable RoundFacts round) {}

    /** 测评情况 — a published round in figures. */
    public record RoundFacts(
            UUID roundId, int version, String name, BigDecimal got, BigDecimal judged, int sites, int observations) {}

    /** 典型问题 — a mended case with its pictures before and after. */
    public record Typical(
            UUID caseId,
            String number,
            String place,
            String words,
            String unit,
            @Nullable UUID before,
            @Nullable UUID after,
            String beforeWords,
            String afterWords) {}

    /** 辖区问题 — problems of a county that were not mended by the cut-off. */
    public record AreaProblems(String areaCode, String areaName, long open, List<Problem> shown) {}

    /** 问题 — one line of the list: place, what is wrong, who must mend it, whether it is overdue. */
    public record Problem(String number, String place, String words, String unit, boolean overdue) {}

    public BulletinContent {
        typical = List.copyOf(typical);
        problems = List.copyOf(problems);
        requirements = List.copyOf(requirements);
    }
}
