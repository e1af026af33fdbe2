package org.civitas.platform.xlsx;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * Counts for the scraper what imports read, write and refuse, and how long they take, by kind of workbook. What is rolled
 * back is not counted as written.
 */
@Component
class ImportFigures {

    private static final String ROWS = "civitas.import.rows";

    private final MeterRegistry registry;

    ImportFigures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Measures one step of an import, {@code check} or {@code commit}, whether it comes to its end or not. */
    <T> T timed(String kind, String step, Supplier<T> work) {
        Timer.Sample start = Timer.start(registry);
        String outcome = "broken-off";
        try {
            T result = work.get();
            outcome = "done";
            return result;
        } finally {
            start.stop(Timer.builder("civitas.import")
                    .description("how long files are checked and written")
                    .tag("kind", kind)
                    .tag("step", step)
                    .tag("outcome", outcome)
                    .register(registry));
        }
    }

    /** Rows of a file that was checked. */
    void checked(String kind, int good, int faulty) {
        count(kind, "read", good + faulty);
        count(kind, "faulty", faulty);
    }

    /** Rows that are in the database now. */
    void written(String kind, int rows) {
        count(kind, "written", rows);
    }

    private void count(String kind, String result, int rows) {
        registry.counter(ROWS, "kind", kind, "result", result).increment(rows);
    }
}
