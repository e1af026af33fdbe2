package org.civitas.platform.xlsx;

import java.util.List;
import java.util.UUID;

/**
 * 导入预览 — what an uploaded file would do, before anything is written.
 *
 * @param columns the declared headers
 * @param faults the first 500
 * @param sample the first 20 rows: their cells in the order of {@code columns}
 */
public record ImportPreview(
        UUID previewId,
        int rows,
        int goodRows,
        int faultyRows,
        List<String> columns,
        List<String> missingColumns,
        List<String> unknownColumns,
        List<CellFault> faults,
        List<List<String>> sample) {}
