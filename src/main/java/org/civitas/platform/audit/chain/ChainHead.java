package org.civitas.platform.audit.chain;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 链头 — number and hash of the chain at some time, kept outside the database.
 *
 * @param hash 64 lower-case hexadecimal digits
 * @param at when it was written down; unknown where only number and hash were kept
 */
public record ChainHead(long number, String hash, @Nullable Instant at) {

    private static final Pattern NUMBER = Pattern.compile("\"number\"\\s*:\\s*(\\d{1,18})");
    private static final Pattern HASH = Pattern.compile("\"hash\"\\s*:\\s*\"([0-9a-fA-F]{64})\"");
    private static final Pattern AT = Pattern.compile("\"at\"\\s*:\\s*\"([0-9TZ:.+-]{10,40})\"");
    private static final Pattern PAIR = Pattern.compile("(\\d{1,18})[\\s:：,，]+([0-9a-fA-F]{64})");

    /** A head of which nobody knows the time. */
    public ChainHead(long number, String hash) {
        this(number, hash, null);
    }

    /**
     * Reads heads as people keep them: lines of the head file, or {@code number hash}; empty lines are passed over.
     *
     * @throws RuleViolation {@code audit.head} for a line that is neither
     */
    public static List<ChainHead> read(String text) {
        List<ChainHead> heads = new ArrayList<>();
        for (String line : text.lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                heads.add(readLine(line));
            }
        }
        return heads;
    }

    private static ChainHead readLine(String line) {
        Matcher number = NUMBER.matcher(line);
        Matcher hash = HASH.matcher(line);
        if (number.find() && hash.find()) {
            return new ChainHead(Long.parseLong(number.group(1)), lower(hash.group(1)), time(line));
        }
        Matcher pair = PAIR.matcher(line);
        if (pair.matches()) {
            return new ChainHead(Long.parseLong(pair.group(1)), lower(pair.group(2)));
        }
        throw new RuleViolation("audit.head", "链头应为链头文件中的一行，或“序号 校验值（64 位十六进制）”。");
    }

    private static @Nullable Instant time(String line) {
        Matcher at = AT.matcher(line);
        try {
            return at.find() ? Instant.parse(at.group(1)) : null;
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    private static String lower(String hash) {
        return hash.toLowerCase(java.util.Locale.ROOT);
    }
}
