package org.civitas.platform.city;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * 当前城市 — the city in whose name this thread works; every connection taken from the pool is bound to its schema.
 *
 * <p>Set by the web filter from the session, by jobs from their data, by tests explicitly. Without it no statement finds a
 * city's table.
 */
public final class CurrentCity {

    private static final ThreadLocal<CityCode> CITY = new ThreadLocal<>();

    private CurrentCity() {}

    public static @Nullable CityCode find() {
        return CITY.get();
    }

    /** The city of this thread; a programming fault if there is none. */
    public static CityCode required() {
        CityCode city = CITY.get();
        if (city == null) {
            throw new IllegalStateException("no city on this thread");
        }
        return city;
    }

    /** Runs {@code work} in the name of {@code city} and restores what was before. */
    public static <T extends @Nullable Object> T call(CityCode city, Supplier<T> work) {
        CityCode before = CITY.get();
        CITY.set(city);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    public static void run(CityCode city, Runnable work) {
        call(city, () -> {
            work.run();
            return null;
        });
    }

    private static void restore(@Nullable CityCode before) {
        if (before == null) {
            CITY.remove();
        } else {
            CITY.set(before);
        }
    }
}
