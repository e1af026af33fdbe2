package org.civitas.platform.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class SheetWriterTest {

    private record Line(String name, Integer count, BigDecimal share, LocalDate day, Instant at) {}

    private static final List<ExportColumn<Line>> COLUMNS = List.of(
            ExportColumn.text("名称", Line::name),
            ExportColumn.number("数量", Line::count),
            ExportColumn.percent("整改率", Line::share),
            ExportColumn.date("日期", Line::day),
            ExportColumn.time("时间", Line::at));

    @Test
    void values_keep_their_types_and_moments_are_shown_in_office_time() throws IOException {
        Line line = new Line(
                "幸福市场", 7, new BigDecimal("0.9523"), LocalDate.of(2026, 11, 20), Instant.parse("2026-11-20T01:30:00Z"));
        Row row = written(1_000_000, line).get(0).get(1);
        assertThat(row.getCellAsString(0)).contains("幸福市场");
        assertThat(row.getCellAsNumber(1)).contains(new BigDecimal("7"));
        assertThat(row.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("0.9523");
        assertThat(row.getCellAsDate(3)).contains(LocalDateTime.of(2026, 11, 20, 0, 0));
        assertThat(row.getCellAsDate(4)).contains(LocalDateTime.of(2026, 11, 20, 9, 30));
    }

    @Test
    void what_begins_like_a_formula_is_written_as_text() throws IOException {
        for (String evil : List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(1)", "\t=1", "\r=1")) {
            Row row = written(1_000_000, new Line(evil, null, null, null, null))
                    .get(0)
                    .get(1);
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(0).getFormula()).isNull();
            assertThat(row.getCell(0).asString().strip()).isEqualTo(evil.strip());
        }
    }

    @Test
    void what_begins_like_a_formula_stays_text_when_it_is_edited() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter<Line> sheet = SheetWriter.open(out, "台账", COLUMNS)) {
            sheet.add(new Line("=1+1", null, null, null, null));
        }
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var cell = workbook.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
            assertThat(cell.getStringCellValue()).isEqualTo("=1+1");
        }
    }

    @Test
    void characters_that_xml_can_not_hold_are_left_out() throws IOException {
        Row row = written(1_000_000, new Line("甲\u0000\u0008乙\uFFFE", null, null, null, null))
                .get(0)
                .get(1);
        assertThat(row.getCellAsString(0)).contains("甲乙");
    }

    @Test
    void nothing_is_cut_when_a_sheet_is_full() throws IOException {
        Line line = new Line("甲", 1, null, null, null);
        List<List<Row>> sheets = written(2, line, line, line, line, line);
        assertThat(sheets).hasSize(3);
        assertThat(sheets).extracting(rows -> rows.size() - 1).containsExactly(2, 2, 1);
        assertThat(sheets.get(2).get(0).getCellAsString(0)).contains("名称");
    }

    private static List<List<Row>> written(int rowsPerSheet, Line... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter<Line> sheet = SheetWriter.open(out, "台账", COLUMNS, rowsPerSheet)) {
            for (Line line : lines) {
                sheet.add(line);
            }
        }
        try (ReadableWorkbook workbook =
                new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()), new ReadingOptions(true, false))) {
            List<List<Row>> sheets = new ArrayList<>();
            for (var sheet : workbook.getSheets().toList()) {
                sheets.add(sheet.read());
            }
            return sheets;
        }
    }
}
