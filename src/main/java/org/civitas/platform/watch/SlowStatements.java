package org.civitas.platform.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * 慢语句 — logs statements that take long, with placeholders and never with their values, and remembers the slowest of the
 * day on this node.
 */
@Component
@EnableConfigurationProperties(WatchSettings.class)
public class SlowStatements implements QueryExecutionListener {

    /** 慢语句 — how often it was slow today, and its slowest time in milliseconds. */
    public record Slow(
            String sql,
            long times,
            long slowestMs,
            Instant lastAt,
            @Nullable String trace) {}

    private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.class);
    private static final int MOST = 200;
    private static final int SHOWN = 20;
    private static final int LONGEST = 2_000;

    private final long thresholdMs;
    private final Clock clock;
    private final Map<String, Slow> today = new LinkedHashMap<>();
    private LocalDate day = LocalDate.MIN;

    SlowStatements(WatchSettings settings, Clock clock) {
        this.thresholdMs = settings.slowStatement().toMillis();
        this.clock = clock;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (execution.getElapsedTime() >= thresholdMs && !queries.isEmpty()) {
            remember(words(queries.getFirst().getQuery()), execution.getElapsedTime());
        }
    }

    private void remember(String sql, long ms) {
        LOG.warn("slow statement {} ms: {}", ms, sql);
        synchronized (today) {
            LocalDate now = LocalDate.now(clock);
            if (!now.equals(day)) {
                today.clear();
                day = now;
            }
            if (today.size() < MOST || today.containsKey(sql)) {
                Slow one = new Slow(sql, 1, ms, clock.instant(), MDC.get("trace"));
                today.merge(sql, one, SlowStatements::both);
            }
        }
    }

    private static Slow both(Slow before, Slow now) {
        return new Slow(
                now.sql(),
                before.times() + 1,
                Math.max(before.slowestMs(), now.slowestMs()),
                now.lastAt(),
                now.trace());
    }

    /** The slowest of today, slowest first. */
    public List<Slow> slowest() {
        synchronized (today) {
            return LocalDate.now(clock).equals(day)
                    ? today.values().stream()
                            .sorted(Comparator.comparingLong(Slow::slowestMs).reversed())
                            .limit(SHOWN)
                            .toList()
                    : List.of();
        }
    }

    /** One line; what stands in quotes is taken out too, should a statement ever carry a value in its text. */
    private static String words(String sql) {
        String line =
                sql.replaceAll("'(?:[^']|'')*'", "'…'").replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
