package org.civitas.journey;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * A client as the pages and the phone are: it makes its ids itself, sends again what was not answered, and now and then
 * gives up, so that some writes stay unknown.
 */
abstract class WritingClient implements Runnable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(60);
    private static final int ONE_IN_GIVES_UP = 6;

    private final BooleanSupplier goesOn;
    final ApiClient api;
    final WriteLedger ledger;
    final Random random;

    WritingClient(ApiClient api, WriteLedger ledger, long seed, BooleanSupplier goesOn) {
        this.api = api;
        this.ledger = ledger;
        this.random = new Random(seed);
        this.goesOn = goesOn;
    }

    /** One piece of work, by ids of its own. */
    abstract void once();

    @Override
    public void run() {
        while (goesOn.getAsBoolean()) {
            try {
                once();
            } catch (GivenUp unknown) {
                LockSupport.parkNanos(PAUSE.toNanos());
            } catch (RuntimeException e) {
                ledger.fault(getClass().getSimpleName() + ": " + e);
                return;
            }
        }
    }

    /** Sends a write until it is answered, or gives up after an attempt that was not. */
    ApiClient.Answer write(Supplier<ApiClient.Answer> request) {
        return answered(request, random.nextInt(ONE_IN_GIVES_UP) == 0);
    }

    /** Asks until it is answered. */
    ApiClient.Answer ask(Supplier<ApiClient.Answer> request) {
        return answered(request, false);
    }

    private ApiClient.Answer answered(Supplier<ApiClient.Answer> request, boolean givesUp) {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < limit) {
            ApiClient.Answer answer = attempt(request);
            if (answer != null) {
                return answer;
            }
            if (givesUp) {
                throw new GivenUp();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no answer within " + PATIENCE);
    }

    private ApiClient.@org.jspecify.annotations.Nullable Answer attempt(Supplier<ApiClient.Answer> request) {
        try {
            ApiClient.Answer answer = request.get();
            if (answer.status() >= 500 && answer.status() != 503) {
                ledger.fault(getClass().getSimpleName() + " was answered " + answer);
            }
            return answer.status() >= 500 || answer.status() == 429 ? null : answer;
        } catch (UncheckedIOException brokenOff) {
            return null;
        }
    }

    /** Nobody knows whether the write was done. */
    static final class GivenUp extends RuntimeException {}
}
