package org.civitas.standard.workbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.platform.xlsx.SheetRow;
import org.civitas.platform.xlsx.UnreadableWorkbook;
import org.civitas.platform.xlsx.WorkbookReader;
import org.jspecify.annotations.Nullable;

/** Reads the sheets of one workbook and remembers faults, and in which row each code stands. */
final class SheetReading {

    private static final Set<String> OF_ONE_SHEET = Set.of(
            "xlsx.header-missing", "xlsx.column-missing", "xlsx.column-repeated", "xlsx.no-rows", "xlsx.too-many-rows");

    private final Path file;
    private final List<WorkbookFault> faults = new ArrayList<>();
    private final Map<String, Map<String, Integer>> rows = new LinkedHashMap<>();
    private @Nullable List<String> sheets;

    SheetReading(Path file) {
        this.file = file;
    }

    /** As {@link #each}, of a sheet that must be there and may hold nothing but its header. */
    void eachEvenNone(SheetForm form, Consumer<SheetRow> sink) {
        each(form, true, sink);
    }

    /** As {@link #each}, of a sheet that older workbooks do not have. */
    void eachIfThere(SheetForm form, Consumer<SheetRow> sink) {
        if (sheets == null) {
            sheets = WorkbookReader.sheetNames(file);
        }
        if (sheets.contains(form.title())) {
            each(form, true, sink);
        }
    }

    /** Hands out every row; its faults, also those found by {@code sink}, are kept. */
    void each(SheetForm form, Consumer<SheetRow> sink) {
        each(form, false, sink);
    }

    private void each(SheetForm form, boolean mayBeEmpty, Consumer<SheetRow> sink) {
        String sheet = form.title();
        try {
            WorkbookReader.read(file, form, row -> {
                if (row.isGood()) {
                    sink.accept(row);
                }
                row.faults()
                        .forEach(f -> faults.add(
                                new WorkbookFault("workbook.cell", sheet, f.row(), f.column(), f.text(), f.message())));
            });
        } catch (UnreadableWorkbook fault) {
            if (mayBeEmpty && fault.code().equals("xlsx.no-rows")) {
                return;
            }
            if (!OF_ONE_SHEET.contains(fault.code())) {
                throw fault;
            }
            faults.add(new WorkbookFault(fault.code(), sheet, 0, "", "", "工作表“" + sheet + "”：" + fault.getMessage()));
        }
    }

    /** Remembers the row of a code; the first one counts. */
    void remember(SheetForm form, String code, SheetRow row) {
        rows.computeIfAbsent(form.title(), s -> new LinkedHashMap<>()).putIfAbsent(code, row.number());
    }

    int rowOf(String sheet, String code) {
        return rows.getOrDefault(sheet, Map.of()).getOrDefault(code, 0);
    }

    void fault(WorkbookFault fault) {
        faults.add(fault);
    }

    List<WorkbookFault> faults() {
        return List.copyOf(faults);
    }
}
