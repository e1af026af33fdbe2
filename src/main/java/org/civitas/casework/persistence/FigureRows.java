package org.civitas.casework.persistence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.civitas.casework.FigureSet;
import org.jspecify.annotations.Nullable;

/** 指标汇总 — counts and handling times by key, as read; every row belongs to one key, so the total is their sum. */
final class FigureRows {

    private static final int MINUTES = 60;
    private static final int DIGITS = 24;

    /** What one key gathers; the times in minutes with how often each occurs. */
    private static final class Gathered {
        private final long[] counts = new long[COLUMNS.length];
        private final TreeMap<Integer, Long> times = new TreeMap<>();

        private void add(Gathered other) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
            }
            other.times.forEach((minutes, cycles) -> times.merge(minutes, cycles, Long::sum));
        }
    }

    private static final String[] COLUMNS = {
        "found",
        "mended",
        "accepted",
        "dispatched",
        "due",
        "on_time",
        "overdue_open",
        "submitted",
        "reworked",
        "refused",
        "signed_in_time",
        "seen_again"
    };

    private final Map<@Nullable String, Gathered> byKey = new HashMap<>();

    void counts(ResultSet row) throws SQLException {
        Gathered gathered = of(row.getString("key"));
        for (int i = 0; i < COLUMNS.length; i++) {
            gathered.counts[i] += row.getLong(COLUMNS[i]);
        }
    }

    void times(ResultSet row) throws SQLException {
        times(row.getString("key"), row.getInt("minutes"), row.getLong("cycles"));
    }

    void times(@Nullable String key, int minutes, long cycles) {
        of(key).times.merge(minutes, cycles, Long::sum);
    }

    private Gathered of(@Nullable String key) {
        return byKey.computeIfAbsent(key, none -> new Gathered());
    }

    /** Also of the rows without a key. */
    FigureSet total() {
        Gathered all = new Gathered();
        byKey.values().forEach(all::add);
        return figures(all);
    }

    /** The rows without a key belong to no line. */
    <K> Map<K, FigureSet> lines(Function<String, K> key) {
        Map<K, FigureSet> lines = new HashMap<>();
        byKey.forEach((name, gathered) -> {
            if (name != null) {
                lines.put(key.apply(name), figures(gathered));
            }
        });
        return lines;
    }

    private static FigureSet figures(Gathered gathered) {
        long[] of = gathered.counts;
        return new FigureSet(
                of[0],
                of[1],
                of[2],
                of[3],
                of[4],
                of[5],
                of[6],
                of[7],
                of[8],
                of[9],
                of[10],
                of[11],
                percentile(gathered.times, 0.5),
                percentile(gathered.times, 0.9),
                mean(gathered.times));
    }

    /** As {@code percentile_cont} of SQL: between the two values next to the place. */
    private static @Nullable Double percentile(TreeMap<Integer, Long> times, double share) {
        long count = times.values().stream().mapToLong(Long::longValue).sum();
        if (count == 0) {
            return null;
        }
        double place = share * (count - 1);
        double lower = at(times, (long) Math.floor(place));
        double upper = at(times, (long) Math.ceil(place));
        return hours((lower + (place - Math.floor(place)) * (upper - lower)) / MINUTES);
    }

    private static int at(TreeMap<Integer, Long> times, long place) {
        long passed = 0;
        for (Map.Entry<Integer, Long> each : times.entrySet()) {
            passed += each.getValue();
            if (passed > place) {
                return each.getKey();
            }
        }
        return times.lastKey();
    }

    private static @Nullable Double mean(TreeMap<Integer, Long> times) {
        long count = 0;
        long minutes = 0;
        for (Map.Entry<Integer, Long> each : times.entrySet()) {
            count += each.getValue();
            minutes += each.getKey() * each.getValue();
        }
        if (count == 0) {
            return null;
        }
        BigDecimal cycles = BigDecimal.valueOf(count * MINUTES);
        return hours(BigDecimal.valueOf(minutes)
                .divide(cycles, DIGITS, RoundingMode.HALF_UP)
                .doubleValue());
    }

    /** Working hours with two digits. */
    private static double hours(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
