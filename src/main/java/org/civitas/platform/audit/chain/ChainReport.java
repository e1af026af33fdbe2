package org.civitas.platform.audit.chain;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * 校验结果 — what a check of the chain found, and what it can not tell.
 *
 * @param checked how many numbers were checked
 * @param number the last number of the chain; {@code hash} its hash
 * @param headsGiven how many heads from outside were compared; {@code headNumber} is the highest that agrees, 0 for none
 * @param headsBeforeRestore how many of them do not agree because they belong to the chain before a recorded restore
 * @param faultCount all faults; {@code faults} are the first of them in the order of their numbers
 * @param unsealed committed lines that are not yet in the chain
 * @param unsealedSince time of the oldest of those, as text
 * @param restores the restores that the chain records, in Chinese sentences
 * @param limits what this check can not prove, in Chinese sentences
 */
public record ChainReport(
        boolean sound,
        long checked,
        long number,
        String hash,
        int headsGiven,
        long headNumber,
        int headsBeforeRestore,
        long faultCount,
        List<Fault> faults,
        long unsealed,
        @Nullable String unsealedSince,
        List<String> restores,
        List<String> limits) {

    /** A stored report of before there were restores has none. */
    public ChainReport {
        restores = Objects.requireNonNullElse(restores, List.of());
    }

    /** What is wrong at a number of the chain. */
    public enum Kind {
        /** The content does not fit the hash. */
        ALTERED,
        /** The line is gone, its place in the chain is still there. */
        MISSING_LINE,
        /** Numbers of the chain are gone. */
        MISSING_NUMBERS,
        /** Another line's content stands here. */
        REORDERED,
        /** A line stands here that the chain did not have. */
        INSERTED,
        /** A line was written past the chain: older than what is sealed, but not in it. */
        SMUGGLED,
        /** The end of the chain was cut off. */
        CUT,
        /** A head from outside does not agree: the chain was rewritten up to there. */
        REWRITTEN
    }

    /** 一处差错 — at which number, and what it is, in Chinese. */
    public record Fault(long number, Kind kind, String words) {}

    /** The report as a person reads it on the command line. */
    public String words() {
        StringBuilder text = new StringBuilder();
        text.append(sound ? headsBeforeRestore == 0 ? "校验通过：" : "校验通过，但有一段链已因恢复备份不在库中，须核实：" : "校验未通过：")
                .append("共校验 ")
                .append(checked)
                .append(" 条，链头第 ")
                .append(number)
                .append(" 号 ")
                .append(hash)
                .append("。\n");
        if (faultCount > 0) {
            text.append("发现 ")
                    .append(faultCount)
                    .append(" 处差错，第一处在第 ")
                    .append(faults.getFirst().number())
                    .append(" 号：\n");
        }
        faults.forEach(fault -> text.append("  · ").append(fault.words()).append('\n'));
        restores.forEach(restore -> text.append("恢复：").append(restore).append('\n'));
        text.append("未封入链：").append(unsealed).append(" 条");
        text.append(unsealedSince == null ? "。\n" : "，最早一条写于 " + unsealedSince + "。\n");
        text.append("本次校验不能证明的：\n");
        limits.forEach(limit -> text.append("  · ").append(limit).append('\n'));
        return text.toString();
    }
}
