package org.civitas.platform.xlsx;

import java.util.ArrayList;
import java.util.List;

/** Hears of every row and remembers only what a preview shows, however many rows there are. */
final class ImportTally {

    private static final int SHOWN_FAULTS = 500;
    private static final int SHOWN_ROWS = 20;

    /** 检查结果 — what a preview shows besides its counts. */
    record Shown(
            List<String> columns,
            List<String> missingColumns,
            List<String> unknownColumns,
            List<CellFault> faults,
            List<List<String>> sample) {}

    private final SheetForm form;
    private final List<CellFault> faults = new ArrayList<>();
    private final List<List<String>> sample = new ArrayList<>();
    private int good;
    private int faulty;

    ImportTally(SheetForm form) {
        this.form = form;
    }

    void hear(SheetRow row) {
        if (row.isGood()) {
            good++;
        } else {
            faulty++;
            row.faults().stream().limit(SHOWN_FAULTS - faults.size()).forEach(faults::add);
        }
        if (sample.size() < SHOWN_ROWS) {
            sample.add(form.columns().stream().map(row::text).toList());
        }
    }

    int good() {
        return good;
    }

    int faulty() {
        return faulty;
    }

    Shown shown(SheetShape shape) {
        return new Shown(
                form.headers(),
                shape.missingColumns(),
                shape.unknownColumns(),
                List.copyOf(faults),
                List.copyOf(sample));
    }
}
