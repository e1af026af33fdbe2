package org.civitas.platform.web;

import java.util.List;
import java.util.function.Function;
import org.civitas.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * 一页 — a part of a list, read by keyset.
 *
 * @param next cursor of the following part, null at the end
 * @param total how many there are in all, null where counting would cost too much
 */
public record Slice<T>(
        List<T> items, @Nullable String next, @Nullable Long total) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    /** Makes a part from {@code limit + 1} rows: the row too many only shows that there is more. */
    public static <T> Slice<T> of(List<T> rowsPlusOne, int limit, Function<T, String> cursor, @Nullable Long total) {
        if (rowsPlusOne.size() <= limit) {
            return new Slice<>(rowsPlusOne, null, total);
        }
        List<T> items = List.copyOf(rowsPlusOne.subList(0, limit));
        return new Slice<>(items, cursor.apply(items.getLast()), total);
    }

    /** The limit asked for, within 1…{@value #MAX_LIMIT}. */
    public static int limit(@Nullable Integer asked) {
        if (asked == null) {
            return DEFAULT_LIMIT;
        }
        if (asked < 1 || asked > MAX_LIMIT) {
            throw new RuleViolation("list.limit", "每页条数应在 1 到 " + MAX_LIMIT + " 之间。");
        }
        return asked;
    }

    public <R> Slice<R> map(Function<T, R> change) {
        return new Slice<>(items.stream().map(change).toList(), next, total);
    }
}
