package org.civitas.platform.xlsx;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * 先行读取 — unpacks and parses a sheet on a thread of its own, a batch ahead of the thread that checks and writes them in
 * its transaction, so that neither waits for the other. What is ahead is bounded, however long the sheet.
 */
final class RowsAhead {

    private static final int MOST_AHEAD = 1;

    private final BlockingQueue<List<SheetRow>> ready = new ArrayBlockingQueue<>(MOST_AHEAD);
    private final int size;
    private List<SheetRow> gathering;

    private RowsAhead(int size) {
        this.size = size;
        this.gathering = new ArrayList<>(size);
    }

    /**
     * Passes on all rows in order, in batches of that size, on the calling thread. What the reading throws is thrown here, after
     * the rows before it were passed on; when {@code batches} throws, the reading has ended before this returns.
     */
    static SheetShape read(
            Function<Consumer<SheetRow>, SheetShape> reading, int size, Consumer<List<SheetRow>> batches) {
        RowsAhead rows = new RowsAhead(size);
        FutureTask<SheetShape> task = new FutureTask<>(() -> rows.run(reading));
        Thread thread = Thread.ofPlatform().name("rows-ahead").daemon().start(task);
        try {
            for (List<SheetRow> batch = rows.ready.take(); !batch.isEmpty(); batch = rows.ready.take()) {
                batches.accept(batch);
            }
            return task.get();
        } catch (ExecutionException fault) {
            throw unchecked(requireNonNull(fault.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("reading a sheet was interrupted");
        } finally {
            end(thread);
        }
    }

    /** The empty batch says that nothing more comes. */
    private SheetShape run(Function<Consumer<SheetRow>, SheetShape> reading) throws InterruptedException {
        try {
            SheetShape shape = reading.apply(this::gather);
            if (!gathering.isEmpty()) {
                ready.put(gathering);
            }
            return shape;
        } finally {
            if (!Thread.currentThread().isInterrupted()) {
                ready.put(List.of());
            }
        }
    }

    private void gather(SheetRow row) {
        gathering.add(row);
        if (gathering.size() == size) {
            try {
                ready.put(gathering);
            } catch (InterruptedException nobodyListens) {
                Thread.currentThread().interrupt();
                throw new CancellationException("nobody takes the rows");
            }
            gathering = new ArrayList<>(size);
        }
    }

    /** The file is open until then. */
    private static void end(Thread thread) {
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static RuntimeException unchecked(Throwable fault) {
        if (fault instanceof RuntimeException known) {
            return known;
        }
        if (fault instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(fault);
    }
}
