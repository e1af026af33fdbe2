package org.civitas.platform.xlsx;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 导入预览 — what an uploaded file would do, before anything is written.
 *
 * @param columns the declared headers
 * @param faults the first 500
 * @param sample the first 20 rows: their cells in the order of {@code columns}
 * @param checked false: a large file is still being checked in the background, see {@code workId}
 * @param workId the background work of checking or importing, if there is one
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
        List<List<String>> sample,
        boolean checked,
        boolean committed,
        @Nullable UUID workId) {}
