package org.civitas.platform.xlsx;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Reads a file through the mapping of an import in batches: rows to a listener (with their faults), records to a writer. */
final class ImportReading<R> {

    static final int BATCH = 1_000;

    private final SheetImport.RowMapping<R> mapping;
    private final Consumer<List<R>> records;
    private final Consumer<SheetRow> listener;
    private final IntConsumer progress;
    private final List<SheetRow> waiting = new ArrayList<>(BATCH);
    private int done;

    private ImportReading(
            SheetImport.RowMapping<R> mapping,
            Consumer<List<R>> records,
            Consumer<SheetRow> listener,
            IntConsumer progress) {
        this.mapping = mapping;
        this.records = records;
        this.listener = listener;
        this.progress = progress;
    }

    /**
     * The listener hears of every row, after all checks and in order; the writer gets the good ones.
     *
     * @param progress hears how many rows are done, after every batch
     */
    static <R> SheetShape of(
            Path file,
            SheetImport<R> what,
            Consumer<List<R>> records,
            Consumer<SheetRow> listener,
            IntConsumer progress) {
        ImportReading<R> reading = new ImportReading<>(what.mapping(), records, listener, progress);
        SheetShape shape = WorkbookReader.read(file, what.form(), reading::add);
        reading.flush();
        return shape;
    }

    private void add(SheetRow row) {
        waiting.add(row);
        if (waiting.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        RowBatch<R> batch =
                new RowBatch<>(waiting.stream().filter(SheetRow::isGood).toList());
        if (!batch.rows().isEmpty()) {
            mapping.map(batch);
            List<R> good = batch.records();
            if (!good.isEmpty()) {
                records.accept(good);
            }
        }
        waiting.forEach(listener);
        done += waiting.size();
        waiting.clear();
        progress.accept(done);
    }
}
