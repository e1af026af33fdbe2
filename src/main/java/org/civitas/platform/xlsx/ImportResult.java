package org.civitas.platform.xlsx;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 导入结果 — how many rows were written and how many were left out as faulty.
 *
 * @param workId a large file is written in the background: the work that will tell; the numbers are 0 until then
 */
public record ImportResult(
        int imported, int skipped, @Nullable UUID workId) {

    public ImportResult(int imported, int skipped) {
        this(imported, skipped, null);
    }
}
