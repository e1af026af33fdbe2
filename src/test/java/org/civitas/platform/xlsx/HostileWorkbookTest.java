package org.civitas.platform.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileWorkbookTest {

    private static final Column<String> NAME = Column.text("名称", 20).required();
    private static final Column<Integer> COUNT = Column.integer("数量", 0, 100).required();
    private static final SheetForm FORM = SheetForm.of("物品", NAME, COUNT).mostRows(3);
    private static final String HEAD =
            "<row r=\"1\">" + RawWorkbook.text("A1", "名称") + RawWorkbook.text("B1", "数量") + "</row>";
    private static final String ROW = "<row r=\"2\">" + RawWorkbook.text("A2", "桌") + "<c r=\"B2\"><v>1</v></c></row>";

    @TempDir
    Path folder;

    @Test
    void an_honest_workbook_of_the_same_kind_is_read() throws IOException {
        assertThat(WorkbookReader.read(new RawWorkbook().sheetData(HEAD + ROW).write(folder), FORM, row -> {})
                        .rows())
                .isEqualTo(1);
    }

    @Test
    void an_empty_file_is_named() throws IOException {
        assertRefused(bytes(new byte[0]), "xlsx.empty", "0 字节");
    }

    @Test
    void a_text_file_is_no_workbook() throws IOException {
        assertRefused(bytes("名称,数量\n桌,1".getBytes(StandardCharsets.UTF_8)), "xlsx.not-workbook", "不是 Excel 工作簿");
    }

    @Test
    void an_old_xls_with_a_new_name_is_recognised_by_its_content() throws IOException {
        assertRefused(ole("Workbook"), "xlsx.is-xls", "另存为 xlsx");
    }

    @Test
    void an_encrypted_workbook_is_told_apart_from_an_old_one() throws IOException {
        assertRefused(ole("EncryptedPackage"), "xlsx.encrypted", "密码");
    }

    @Test
    void a_zip_that_is_no_workbook_is_refused() throws IOException {
        assertRefused(new RawWorkbook().without("xl/workbook.xml").write(folder), "xlsx.not-workbook", "压缩包");
    }

    @Test
    void a_cut_off_file_is_broken() throws IOException {
        byte[] whole =
                Files.readAllBytes(new RawWorkbook().sheetData(HEAD + ROW).write(folder));
        assertRefused(bytes(Arrays.copyOf(whole, whole.length - 30)), "xlsx.broken", "已损坏");
    }

    @Test
    void macros_are_refused() throws IOException {
        assertRefused(new RawWorkbook().part("xl/vbaProject.bin", "x").write(folder), "xlsx.macro", "宏");
    }

    @Test
    void a_part_that_inflates_out_of_proportion_is_refused() throws IOException {
        String blank = " ".repeat(20 << 20);
        assertRefused(new RawWorkbook().sheetData(HEAD + blank).write(folder), "xlsx.bomb", "解压后过大");
    }

    @Test
    void too_many_parts_are_refused() throws IOException {
        RawWorkbook workbook = new RawWorkbook();
        for (int i = 0; i < 2_001; i++) {
            workbook.part("xl/media/" + i + ".bin", "");
        }
        assertRefused(workbook.write(folder), "xlsx.bomb", "解压后过大");
    }

    @Test
    void external_entities_are_not_followed() throws IOException {
        String evil = """
                <?xml version="1.0"?><!DOCTYPE w [<!ENTITY e SYSTEM "file:///etc/passwd">]>\
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>\
                """ + HEAD + "<row r=\"2\">" + RawWorkbook.text("A2", "&e;") + "</row></sheetData></worksheet>";
        assertRefused(new RawWorkbook().part("xl/worksheets/sheet1.xml", evil).write(folder), "xlsx.broken", "已损坏");
    }

    @Test
    void a_cell_that_claims_a_far_column_is_refused_before_room_is_made_for_it() throws IOException {
        for (String far : new String[] {"ZZZZZZ2", "XFD2"}) {
            Path file = new RawWorkbook()
                    .sheetData(HEAD + "<row r=\"2\"><c r=\"" + far + "\"><v>1</v></c></row>")
                    .write(folder);
            assertRefused(file, "xlsx.too-many-columns", "列");
        }
    }

    @Test
    void more_rows_than_allowed_are_refused_as_a_whole() throws IOException {
        StringBuilder rows = new StringBuilder(HEAD);
        for (int i = 2; i < 6; i++) {
            rows.append(ROW.replace("r=\"2\"", "r=\"" + i + "\"")
                    .replace("A2", "A" + i)
                    .replace("B2", "B" + i));
        }
        assertRefused(new RawWorkbook().sheetData(rows.toString()).write(folder), "xlsx.too-many-rows", "超过 3 行");
    }

    @Test
    void malformed_parts_are_broken_and_never_an_internal_fault() throws IOException {
        for (String rows : new String[] {
            "<row r=\"x\"><c/></row>",
            HEAD + "<row r=\"2\"><c r=\"A2\" t=\"zz\"><v>1</v></c></row>",
            HEAD + "<row r=\"2\"><c r=\"A2\"><v>1</v></row>",
            HEAD + "<row r=\"2\"><c r=\"A2\"><f t=\"shared\" si=\"7\"/><v>1</v></c></row>",
        }) {
            UnreadableWorkbook refused = catchThrowableOfType(
                    UnreadableWorkbook.class,
                    () -> WorkbookReader.read(new RawWorkbook().sheetData(rows).write(folder), FORM, row -> {}));
            assertThat(refused).as(rows).isNotNull();
        }
    }

    @Test
    void a_reference_to_words_that_are_not_there_is_a_fault_at_the_cell() throws IOException {
        Path file = new RawWorkbook()
                .sheetData(HEAD + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>99</v></c><c r=\"B2\"><v>1</v></c></row>")
                .write(folder);
        List<SheetRow> rows = new ArrayList<>();
        WorkbookReader.read(file, FORM, rows::add);
        assertThat(rows.getFirst().faults()).extracting(CellFault::message).containsExactly("单元格的文字已损坏，请重新填写。");
    }

    @Test
    void missing_relations_are_broken() throws IOException {
        assertRefused(new RawWorkbook().without("xl/_rels/workbook.xml.rels").write(folder), "xlsx.broken", "已损坏");
        assertRefused(new RawWorkbook().without("xl/worksheets/sheet1.xml").write(folder), "xlsx.broken", "已损坏");
    }

    private static void assertRefused(Path file, String code, String words) {
        UnreadableWorkbook refused =
                catchThrowableOfType(UnreadableWorkbook.class, () -> WorkbookReader.read(file, FORM, row -> {}));
        assertThat(refused).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
        assertThat(refused.getMessage()).contains(words).endsWith("。");
    }

    private Path ole(String stream) throws IOException {
        byte[] file = new byte[4096];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, file, 0, magic.length);
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return bytes(file);
    }

    private Path bytes(byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "hostile", ".xlsx");
        Files.write(file, content);
        return file;
    }
}
