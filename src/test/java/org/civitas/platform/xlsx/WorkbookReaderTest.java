package org.civitas.platform.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.civitas.shared.RuleViolation;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbookReaderTest {

    private static final Column<String> CODE =
            Column.code("点位编码", 12).required().example("NM-0001");
    private static final Column<String> NAME =
            Column.text("点位名称", 10).required().example("幸福市场");
    private static final Column<BigDecimal> LONGITUDE = Column.decimal("经度", "73", "136", 7);
    private static final Column<LocalDate> SINCE = Column.date("启用日期");
    private static final Column<Integer> STALLS = Column.integer("摊位数", 0, 999);
    private static final Column<String> KIND = Column.choice("类别", kinds());
    private static final SheetForm FORM =
            SheetForm.of("点位", CODE, NAME, LONGITUDE, SINCE, STALLS, KIND).unique(CODE);

    @TempDir
    Path folder;

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("农贸市场", "MARKET");
        kinds.put("主次干道", "ROAD");
        return kinds;
    }

    @Test
    void columns_are_found_by_name_in_any_order_below_a_title() throws IOException {
        SheetRow row = onlyRow(sheet -> {
            sheet.value(0, 0, "云川市点位表");
            cells(sheet, 2, "点位名称（必填）", "备注", " 点位编码* ");
            cells(sheet, 3, "幸福农贸市场", "x", "A-1");
        });
        assertThat(row.need(CODE)).isEqualTo("A-1");
        assertThat(row.need(NAME)).isEqualTo("幸福农贸市场");
        assertThat(row.number()).isEqualTo(4);
    }

    @Test
    void unknown_and_missing_optional_columns_are_named() throws IOException {
        Path file = workbook(sheet -> {
            cells(sheet, 0, "点位编码", "点位名称", "备注", "经度");
            cells(sheet, 1, "A1", "甲", "无", "118.3");
        });
        SheetShape shape = WorkbookReader.read(file, FORM, row -> {});
        assertThat(shape).isEqualTo(new SheetShape(1, List.of("启用日期", "摊位数", "类别"), List.of("备注")));
    }

    @Test
    void a_missing_required_column_refuses_the_file_and_says_which() throws IOException {
        Path file = workbook(sheet -> {
            cells(sheet, 0, "点位编码", "经度");
            cells(sheet, 1, "A1", "118.3");
        });
        assertRefused(file, "xlsx.column-missing", "第 1 行表头缺少必填列“点位名称”");
    }

    @Test
    void a_column_that_stands_twice_is_refused() throws IOException {
        Path file = workbook(sheet -> cells(sheet, 0, "点位编码", "点位名称", "点位编码"));
        assertRefused(file, "xlsx.column-repeated", "“点位编码”");
    }

    @Test
    void no_header_and_no_rows_are_said_in_words() throws IOException {
        assertRefused(workbook(sheet -> cells(sheet, 0, "甲", "乙")), "xlsx.header-missing", "没有找到表头");
        assertRefused(workbook(sheet -> cells(sheet, 0, "点位编码", "点位名称")), "xlsx.no-rows", "没有数据行");
    }

    @Test
    void numbers_may_be_text_and_text_may_be_numbers_and_edges_are_trimmed() throws IOException {
        SheetRow row = onlyRow(sheet -> {
            header(sheet);
            sheet.value(1, 0, 20250001);
            sheet.value(1, 1, "\u3000幸福 市场\u00A0");
            sheet.value(1, 2, "１１８．３ ");
            sheet.value(1, 3, "2026年1月5日");
            sheet.value(1, 4, " 1,2 ");
            sheet.value(1, 5, "农贸市场 ");
        });
        assertThat(row.faults()).isEmpty();
        assertThat(row.need(CODE)).isEqualTo("20250001");
        assertThat(row.need(NAME)).isEqualTo("幸福 市场");
        assertThat(row.need(LONGITUDE)).isEqualByComparingTo("118.3");
        assertThat(row.need(SINCE)).isEqualTo(LocalDate.of(2026, 1, 5));
        assertThat(row.need(STALLS)).isEqualTo(12);
        assertThat(row.need(KIND)).isEqualTo("MARKET");
    }

    @Test
    void an_excel_date_is_a_date_and_rounding_dust_is_wiped_off() throws IOException {
        SheetRow row = onlyRow(sheet -> {
            header(sheet);
            cells(sheet, 1, "A1", "甲");
            sheet.value(1, 2, 118.30000000000001);
            sheet.value(1, 3, LocalDate.of(2026, 11, 20));
            sheet.style(1, 3).format("yyyy/m/d").set();
        });
        assertThat(row.need(SINCE)).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(row.text(SINCE)).isEqualTo("2026-11-20");
        assertThat(row.text(LONGITUDE)).isEqualTo("118.3");
    }

    @Test
    void every_bad_cell_of_a_row_is_told_with_its_place_and_text() throws IOException {
        SheetRow row = onlyRow(sheet -> {
            header(sheet);
            cells(sheet, 1, "A 1!", "一二三四五六七八九十一", "十八", "2026-02-30", "1.5", "超市");
        });
        assertThat(row.faults())
                .extracting(CellFault::row, CellFault::column, CellFault::text, CellFault::message)
                .containsExactly(
                        tuple("点位编码", "A 1!", "“点位编码”应为不超过 12 位的字母、数字或 . - _ /，实际填写“A 1!”。"),
                        tuple("点位名称", "一二三四五六七八九十一", "“点位名称”不能超过 10 字，现有 11 字。"),
                        tuple("经度", "十八", "“经度”应为数字，实际填写“十八”。"),
                        tuple("启用日期", "2026-02-30", "“2026-02-30”不是有效日期，请填写 2026-11-20 这样的日期。"),
                        tuple("摊位数", "1.5", "“摊位数”应为整数，实际填写“1.5”。"),
                        tuple("类别", "超市", "“类别”应为“农贸市场”、“主次干道”之一，实际填写“超市”。"));
    }

    @Test
    void an_empty_required_cell_and_a_value_out_of_range_are_faults() throws IOException {
        SheetRow row = onlyRow(sheet -> {
            header(sheet);
            cells(sheet, 1, "A1", " \u3000", "200");
        });
        assertThat(row.faults())
                .extracting(CellFault::message)
                .containsExactly("“点位名称”不能为空。", "“经度”应在 73 到 136 之间，实际填写“200”。");
    }

    @Test
    void formulas_and_error_values_are_refused_at_their_cell() throws IOException {
        Path file = new RawWorkbook()
                .sheetData("<row r=\"1\">" + RawWorkbook.text("A1", "点位编码") + RawWorkbook.text("B1", "点位名称")
                        + RawWorkbook.text("C1", "经度") + "</row><row r=\"2\">" + RawWorkbook.text("A2", "A1")
                        + "<c r=\"B2\" t=\"str\"><f>CONCAT(\"a\")</f><v>a</v></c><c r=\"C2\" t=\"e\"><v>#REF!</v></c></row>"
                        + "<row r=\"3\">" + RawWorkbook.text("A3", "A2") + RawWorkbook.text("B3", "乙")
                        + "<c r=\"C3\"><f>1+1</f></c></row>")
                .write(folder);
        List<SheetRow> rows = new ArrayList<>();
        WorkbookReader.read(file, FORM, rows::add);
        assertThat(rows.get(0).faults()).extracting(CellFault::column).containsExactly("点位名称", "经度");
        assertThat(rows.get(0).faults().get(0).message()).startsWith("单元格里是公式");
        assertThat(rows.get(0).faults().get(0).text()).isEqualTo("=CONCAT(\"a\")");
        assertThat(rows.get(0).faults().get(1).message()).contains("#REF!");
        assertThat(rows.get(1).faults())
                .extracting(CellFault::message)
                .singleElement()
                .asString()
                .startsWith("单元格里是公式");
    }

    @Test
    void a_number_too_large_to_write_out_is_a_fault_and_not_a_flood() throws IOException {
        Path file = new RawWorkbook()
                .sheetData(
                        "<row r=\"1\">" + RawWorkbook.text("A1", "点位编码") + RawWorkbook.text("B1", "点位名称")
                                + "</row><row r=\"2\"><c r=\"A2\"><v>1E999999999</v></c><c r=\"B2\"><v>1E-99999999</v></c></row>")
                .write(folder);
        List<SheetRow> rows = new ArrayList<>();
        WorkbookReader.read(file, FORM, rows::add);
        assertThat(rows.getFirst().faults())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.message()).contains("过大"));
    }

    @Test
    void a_long_code_kept_as_number_is_refused_because_excel_has_changed_it() throws IOException {
        SheetRow row = onlyRow(sheet -> {
            header(sheet);
            sheet.value(1, 0, new BigDecimal("3213020010010012"));
            sheet.value(1, 1, "甲");
        });
        assertThat(row.faults())
                .extracting(CellFault::message)
                .singleElement()
                .asString()
                .contains("超过 15 位");
    }

    @Test
    void a_repeated_key_names_the_row_where_it_stood_first() throws IOException {
        Path file = workbook(sheet -> {
            header(sheet);
            cells(sheet, 1, "A1", "甲");
            cells(sheet, 3, "A1", "乙");
        });
        List<SheetRow> rows = new ArrayList<>();
        WorkbookReader.read(file, FORM, rows::add);
        assertThat(rows.get(0).isGood()).isTrue();
        assertThat(rows.get(1).number()).isEqualTo(4);
        assertThat(rows.get(1).faults().getFirst().message()).isEqualTo("“点位编码”与第 2 行重复，请删去其中一行。");
    }

    @Test
    void a_rule_of_the_domain_speaks_for_itself_in_the_cell() throws IOException {
        Column<String> strict = Column.<String>of("点位编码", "编码", cell -> {
                    throw new RuleViolation("x", "编码已停用。");
                })
                .required();
        List<SheetRow> rows = new ArrayList<>();
        WorkbookReader.read(
                workbook(sheet -> {
                    cells(sheet, 0, "点位编码", "点位名称");
                    cells(sheet, 1, "A1", "甲");
                }),
                SheetForm.of("x", strict, NAME),
                rows::add);
        assertThat(rows.getFirst().faults()).extracting(CellFault::message).containsExactly("编码已停用。");
    }

    @Test
    void the_template_reads_back_without_its_example_row() throws IOException {
        Path file = Files.createTempFile(folder, "template", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            TemplateWriter.write(FORM, out);
        }
        assertRefused(file, "xlsx.no-rows", "示例行不导入");
    }

    private static org.assertj.core.groups.Tuple tuple(String column, String text, String message) {
        return org.assertj.core.groups.Tuple.tuple(2, column, text, message);
    }

    private static void assertRefused(Path file, String code, String words) {
        UnreadableWorkbook refused =
                catchThrowableOfType(UnreadableWorkbook.class, () -> WorkbookReader.read(file, FORM, row -> {}));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(words);
    }

    private SheetRow onlyRow(Consumer<Worksheet> fill) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        WorkbookReader.read(workbook(fill), FORM, rows::add);
        assertThat(rows).hasSize(1);
        return rows.getFirst();
    }

    private Path workbook(Consumer<Worksheet> fill) throws IOException {
        Path file = Files.createTempFile(folder, "test", ".xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            fill.accept(workbook.newWorksheet("Sheet1"));
            workbook.finish();
        }
        return file;
    }

    private static void header(Worksheet sheet) {
        cells(sheet, 0, FORM.headers().toArray(String[]::new));
    }

    private static void cells(Worksheet sheet, int row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            sheet.value(row, i, texts[i]);
        }
    }
}
