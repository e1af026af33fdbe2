package org.civitas.journey;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks as a clerk would bring them. */
final class Workbooks {

    static final List<String> SITE_COLUMNS =
            List.of("点位编号", "点位名称", "点位类型", "区划代码", "地址", "经度", "纬度", "坐标系", "主管部门", "属地单位");

    private Workbooks() {}

    static Path write(Path file, List<String> header, List<List<String>> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "office", "1.0")) {
            Worksheet sheet = book.newWorksheet("数据");
            row(sheet, 0, header);
            for (int at = 0; at < rows.size(); at++) {
                row(sheet, at + 1, rows.get(at));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            return Files.write(file, bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(Worksheet sheet, int at, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(at, column, cells.get(column));
        }
    }
}
