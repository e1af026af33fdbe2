package org.civitas.standard.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetsWriter;
import org.civitas.platform.xlsx.UnreadableWorkbook;
import org.civitas.standard.EditionContent;
import org.civitas.standard.application.ExampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EditionWorkbookTest {

    private static final EditionContent example = new ExampleFiles().read();
    private static byte[] written = new byte[0];

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void theExampleAsAWorkbook() throws IOException {
        file = folder.resolve("体系.xlsx");
        if (written.length == 0) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            EditionWorkbook.write(example, out);
            written = out.toByteArray();
        }
        Files.write(file, written);
    }

    @Test
    void a_round_trip_gives_the_same_edition() {
        EditionWorkbook.Reading reading = EditionWorkbook.read(file);

        assertThat(reading.faults()).isEmpty();
        EditionContent read = reading.content();
        assertThat(read).isNotNull();
        assertThat(read.edition().code()).isEqualTo(example.edition().code());
        assertThat(read.edition().name()).isEqualTo(example.edition().name());
        assertThat(read.edition().level()).isEqualTo(example.edition().level());
        assertThat(read.edition().note()).isEqualTo(example.edition().note());
        assertThat(read.nodes()).isEqualTo(example.nodes());
        assertThat(read.requirements()).isEqualTo(example.requirements());
        assertThat(read.siteTypes()).isEqualTo(example.siteTypes());
        assertThat(read.checkItems()).isEqualTo(example.checkItems());
    }

    static Stream<Arguments> damages() {
        return Stream.of(
                damage("标准", 1, "规则参数", "九十分以上", "workbook.cell"),
                damage("标准", 1, "测评方法", "现场看", "workbook.cell"),
                damage("标准", 1, "要求分值", "两分", "workbook.cell"),
                damage("标准", 1, "标准分值", "2.5", "edition.criterion.points-sum"),
                damage("标准", 1, "上级编码", "77", "edition.node.parent-unknown"),
                damage("标准", 1, "配合单位代码", "一局、二/局", "workbook.cell"),
                damage("标准", 1, "点位类型权重", "小区两倍", "workbook.cell"),
                damage("标准", 1, "佐证要求", "证".repeat(501), "workbook.cell"),
                damage("体系", 1, "方法权重", "走访=40", "workbook.cell"),
                damage("体系", 1, "方法权重", "实地考察=40", "edition.weights"),
                damage("体系", 3, "编码", "1", "workbook.cell"),
                damage("标准", 2, "要求编码", "1.1.1-1", "workbook.cell"),
                damage("标准", 1, "标准内容", "", "workbook.cell"),
                damage("体系", 2, "分值", "13", "edition.node.points-sum"),
                damage("体系", 3, "上级编码", "1.1", "edition.node.cycle"),
                damage("点位类型", 1, "类别", "虚拟", "workbook.cell"),
                damage("检查项", 1, "编码", "路口-01-01", "workbook.cell"),
                damage("检查项", 1, "编码", "干道-09-01", "edition.item.code-form"),
                damage("检查项", 1, "点位类型", "月球", "edition.item.type-unknown"),
                damage("检查项", 1, "记录方式", "符合判定", "edition.item.kind-misfit"),
                damage("检查项", 1, "常见问题", "只有问题没有类型", "workbook.cell"),
                damage("检查项", 1, "服务要求", "9.9.9-1", "edition.item.serves-unknown"),
                damage("检查项", 1, "服务要求", "", "edition.item.serves-nothing"));
    }

    private static Arguments damage(String sheet, int row, String column, String text, String code) {
        return Arguments.of(sheet, row, column, text, code);
    }

    @ParameterizedTest(name = "{0} {2} = {3}: {4}")
    @MethodSource("damages")
    void a_damaged_cell_is_named_by_sheet_row_and_column(String sheet, int row, String column, String text, String code)
            throws IOException {
        change(book -> {
            XSSFSheet s = book.getSheet(sheet);
            write(s.getRow(row), columnOf(s, column), text);
        });

        EditionWorkbook.Reading reading = EditionWorkbook.read(file);

        assertThat(reading.content()).isNull();
        assertThat(reading.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo(code);
            assertThat(fault.sheet()).isEqualTo(sheet);
            assertThat(fault.row()).isPositive();
            assertThat(fault.column()).isNotEmpty();
            assertThat(fault.message()).endsWith("。");
        });
    }

    @Test
    void a_formula_in_a_cell_is_refused_at_the_cell() throws IOException {
        change(book -> {
            XSSFRow row = book.getSheet("检查项").getRow(4);
            row.removeCell(row.getCell(3));
            XSSFCell cell = row.createCell(3);
            cell.setCellFormula("1+1");
            cell.setCellValue(2);
        });
        assertThat(EditionWorkbook.read(file).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.sheet()).isEqualTo("检查项");
            assertThat(fault.row()).isEqualTo(5);
            assertThat(fault.column()).isEqualTo("检查内容");
            assertThat(fault.message()).contains("公式");
        });
    }

    @Test
    void a_correspondence_that_begins_nowhere_is_named_at_its_row() throws IOException {
        change(book -> {
            XSSFSheet sheet = book.getSheet("对应");
            String[] sound = {"检查项", example.checkItems().getFirst().code(), "另一套", "3.1-1", "部分", "只看外侧"};
            String[] lost = {"标准", "99.9", "另一套", "3.1", "", ""};
            for (int column = 0; column < sound.length; column++) {
                write(row(sheet, 1), column, sound[column]);
                write(row(sheet, 2), column, lost[column]);
            }
        });
        assertThat(EditionWorkbook.read(file).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("edition.mapping.code-unknown");
            assertThat(fault.sheet()).isEqualTo("对应");
            assertThat(fault.row()).isEqualTo(3);
            assertThat(fault.column()).isEqualTo("编码");
        });
    }

    @Test
    void a_workbook_of_older_days_without_the_sheet_of_correspondences_is_read() throws IOException {
        change(book -> book.removeSheetAt(book.getSheetIndex("对应")));
        assertThat(EditionWorkbook.read(file).faults()).isEmpty();
    }

    @Test
    void two_hundred_thousand_rows_are_refused_in_words() throws IOException {
        List<Integer> rows = IntStream.range(0, 200_000).boxed().toList();
        try (OutputStream out = Files.newOutputStream(file);
                SheetsWriter workbook = SheetsWriter.open(out)) {
            workbook.table(
                    "体系",
                    List.of(
                            ExportColumn.<Integer>text("类别", i -> "节点"),
                            ExportColumn.<Integer>text("编码", i -> "n" + i),
                            ExportColumn.<Integer>text("名称", i -> "节点" + i)),
                    rows);
        }
        EditionWorkbook.Reading reading = EditionWorkbook.read(file);
        assertThat(reading.content()).isNull();
        assertThat(reading.faults()).anySatisfy(fault -> {
            assertThat(fault.code()).isEqualTo("xlsx.too-many-rows");
            assertThat(fault.sheet()).isEqualTo("体系");
            assertThat(fault.message()).contains("3000 行").endsWith("。");
        });
    }

    @Test
    void a_bomb_is_refused_before_it_goes_off() throws IOException {
        Path bomb = folder.resolve("炸弹.xlsx");
        try (ZipFile from = new ZipFile(file.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(bomb))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                from.getInputStream(entry).transferTo(to);
                to.closeEntry();
            }
            to.putNextEntry(new ZipEntry("xl/media/big.xml"));
            byte[] nothing = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                to.write(nothing);
            }
            to.closeEntry();
        }
        assertThatThrownBy(() -> EditionWorkbook.read(bomb)).isInstanceOfSatisfying(UnreadableWorkbook.class, f -> {
            assertThat(f.code()).startsWith("xlsx.");
            assertThat(f.getMessage()).endsWith("。");
        });
    }

    @Test
    void a_missing_sheet_is_named() throws IOException {
        change(book -> book.removeSheetAt(book.getSheetIndex("点位类型")));
        assertThat(EditionWorkbook.read(file).faults())
                .anySatisfy(fault -> assertThat(fault.message()).contains("工作表“点位类型”"));
    }

    @Test
    void a_file_that_is_no_workbook_is_refused_as_a_whole() throws IOException {
        Files.write(file, new byte[0]);
        assertThatThrownBy(() -> EditionWorkbook.read(file))
                .isInstanceOfSatisfying(
                        UnreadableWorkbook.class, f -> assertThat(f.code()).isEqualTo("xlsx.empty"));
        Files.write(file, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0, 0});
        assertThatThrownBy(() -> EditionWorkbook.read(file))
                .isInstanceOfSatisfying(
                        UnreadableWorkbook.class, f -> assertThat(f.code()).isEqualTo("xlsx.is-xls"));
    }

    private void change(Consumer<XSSFWorkbook> how) throws IOException {
        XSSFWorkbook book;
        try (InputStream in = Files.newInputStream(file)) {
            book = new XSSFWorkbook(in);
        }
        how.accept(book);
        try (OutputStream out = Files.newOutputStream(file)) {
            book.write(out);
        }
        book.close();
    }

    private static XSSFRow row(XSSFSheet sheet, int number) {
        XSSFRow row = sheet.getRow(number);
        return row == null ? sheet.createRow(number) : row;
    }

    /** A new cell: one that was written inline would keep its old text. */
    private static XSSFCell write(XSSFRow row, int column, String text) {
        XSSFCell old = row.getCell(column);
        if (old != null) {
            row.removeCell(old);
        }
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(text);
        return cell;
    }

    private static int columnOf(XSSFSheet sheet, String header) {
        XSSFRow head = sheet.getRow(0);
        for (int i = 0; i < head.getLastCellNum(); i++) {
            if (head.getCell(i).getStringCellValue().equals(header)) {
                return i;
            }
        }
        throw new IllegalArgumentException(header);
    }
}
