package org.civitas.platform.audit.chain;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A restore that the chain itself records in a line {@value #ACTION}: what came after the backup left the chain then.
 *
 * @param line its number in the chain; 0 while it waits to be sealed
 * @param number where the chain of the backup ended
 * @param replaced where the chain ended that was replaced; absent when the system was restored as a whole, for what it was
 *     before is not known to it
 */
record RecordedRestore(
        long line,
        Instant at,
        String backup,
        long number,
        @Nullable Long replaced) {

    static final String ACTION = "city.restore";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    /** The restore that a line of the chain records, if it does. */
    static @Nullable RecordedRestore of(long number, ChainedLine line) {
        if (!line.action().equals(ACTION)) {
            return null;
        }
        try {
            JsonNode details = JSON.readTree(line.details());
            if (!details.path("number").isIntegralNumber()) {
                return null;
            }
            JsonNode replaced = details.path("replacedNumber");
            return new RecordedRestore(
                    number,
                    Instant.EPOCH.plus(line.atMicros(), ChronoUnit.MICROS),
                    details.path("backup").asString(""),
                    details.path("number").asLong(),
                    replaced.isIntegralNumber() ? replaced.asLong() : null);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    /**
     * May a head that does not agree be one of the chain before? Only for numbers that the restore took away, and never for
     * a head that was written after it; where the end of the old chain is not known, the head must tell its time.
     */
    boolean explains(ChainHead head) {
        boolean before = head.at() == null ? replaced != null : !head.at().isAfter(at);
        return before && head.number() > number && (replaced == null || head.number() <= replaced);
    }

    /** @param heads how many of the given heads are of the chain before; {@code highest} the last of them */
    String words(int heads, long highest) {
        long last = replaced == null ? highest : replaced;
        String gone = last > number
                ? "恢复前的" + ChainWalk.numbers(number + 1, last) + (replaced == null ? "（至少）" : "") + "原来在链上，现在不在这条链上"
                : "此前链上的记录都还在";
        return (line == 0 ? "一条尚未封入链的记录" : "第 " + line + " 号") + "记有一次恢复：" + TIME.format(at) + " 从 " + taken()
                + " 的备份恢复（备份到第 " + number + " 号）；" + gone
                + (heads == 0 ? "。" : "，给出的链头中有 " + heads + " 个属于那一段，无法核对。请向系统管理员核实这次恢复。");
    }

    private String taken() {
        try {
            return TIME.format(Instant.parse(backup));
        } catch (java.time.format.DateTimeParseException asItIs) {
            return backup;
        }
    }
}
