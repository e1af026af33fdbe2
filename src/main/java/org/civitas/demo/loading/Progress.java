package org.civitas.demo.loading;

import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says on the console how far the loading is. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCity.class);

    private int next = 1;

    <T> T step(String what, Supplier<T> work) {
        LOG.info("演示城市 {}/10 {}……", next++, what);
        long start = System.nanoTime();
        T result = work.get();
        LOG.debug("{} {} s", what, String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9));
        return result;
    }

    void step(String what, Runnable work) {
        step(what, () -> {
            work.run();
            return next;
        });
    }

    /** What only large data sets have. */
    void more(String what, Runnable work) {
        LOG.info("演示城市   {}……", what);
        work.run();
    }

    void part(int done, int total) {
        if (done % 4 == 0 || done == total) {
            LOG.info("演示城市   第 {}/{} 个月", done, total);
        }
    }
}
