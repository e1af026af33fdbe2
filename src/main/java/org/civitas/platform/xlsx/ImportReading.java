package org.civitas.platform.xlsx;

import java.nio.file.Path;
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

    /** Looks through a file that nobody has read yet; see {@link #again}. */
    static <R> SheetShape first(Path file, SheetImport<R> what, Consumer<SheetRow> listener, IntConsumer progress) {
        ImportReading<R> reading = new ImportReading<>(what.mapping(), records -> {}, listener, progress);
        return RowsAhead.read(rows -> WorkbookReader.read(file, what.form(), rows), BATCH, reading::take);
    }

    /**
     * Reads a file that was accepted before. The listener hears of every row, after all checks and in order; the writer gets
     * the good ones.
     *
     * @param progress hears how many rows are done, after every batch
     */
    static <R> SheetShape again(
            Path file,
            SheetImport<R> what,
            Consumer<List<R>> records,
            Consumer<SheetRow> listener,
            IntConsumer progress) {
        ImportReading<R> reading = new ImportReading<>(what.mapping(), records, listener, progress);
        return RowsAhead.read(rows -> WorkbookReader.readAgain(file, what.form(), rows), BATCH, reading::take);
    }

    private void take(List<SheetRow> rows) {
        RowBatch<R> batch =
                new RowBatch<>(rows.stream().filter(SheetRow::isGood).toList());
        if (!batch.rows().isEmpty()) {
            mapping.map(batch);
            List<R> good = batch.records();
            if (!good.isEmpty()) {
                records.accept(good);
            }
        }
        rows.forEach(listener);
        done += rows.size();
        progress.accept(done);
    }
}
