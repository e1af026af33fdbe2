package org.civitas.platform.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.shared.RuleViolation;
import org.civitas.testing.CityTest;
import org.civitas.testing.TestUsers;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;

@CityTest
class ImportPreviewsTest {

    private static final Column<String> NAME = Column.text("名称", 10).required().example("桌");
    private static final Column<Integer> COUNT =
            Column.integer("数量", 0, 100).required().example("1");
    private static final SheetForm FORM = SheetForm.of("物品", NAME, COUNT).unique(NAME);

    @Autowired
    ImportPreviews previews;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MeterRegistry registry;

    @TempDir
    Path folder;

    private CurrentUser office;

    /** Writes into the settings table, which is there anyway; “禁” is a name that the database check refuses. */
    private final class ThingImport implements SheetImport<String> {

        @Override
        public SheetForm form() {
            return FORM;
        }

        @Override
        public RowMapping<String> mapping() {
            return batch -> {
                for (SheetRow row : batch.rows()) {
                    if (row.need(NAME).equals("禁")) {
                        row.fault(NAME, "“禁”不能导入。");
                    } else {
                        batch.accept(row, row.need(NAME));
                    }
                }
            };
        }

        @Override
        public void write(List<String> names) {
            jdbc.batchUpdate(
                    "insert into setting (name, value, changed_at) values (?, '1', now())",
                    names.stream().map(name -> new Object[] {name}).toList());
        }
    }

    @BeforeEach
    void clean() {
        jdbc.update("delete from setting");
        office = TestUsers.office();
    }

    @Test
    void a_preview_counts_and_shows_faults_and_writes_nothing() throws IOException {
        ImportPreview preview = previews.open(office, upload("桌", "5", "椅", "many", "禁", "2"), new ThingImport());
        assertThat(preview.rows()).isEqualTo(3);
        assertThat(preview.goodRows()).isEqualTo(1);
        assertThat(preview.faults())
                .extracting(CellFault::row, CellFault::column, CellFault::text)
                .containsExactly(tuple(3, "数量", "many"), tuple(4, "名称", "禁"));
        assertThat(preview.sample().getFirst()).containsExactly("桌", "5");
        assertThat(names()).isEmpty();
    }

    @Test
    void what_is_read_written_and_faulty_is_counted_and_what_is_rolled_back_is_not() throws IOException {
        double read = rows("read");
        double faulty = rows("faulty");
        double written = rows("written");
        ImportPreview preview = previews.open(office, upload("桌", "5", "椅", "many", "禁", "2"), new ThingImport());
        catchThrowableOfType(
                RuleViolation.class,
                () -> previews.commit(office, preview.previewId(), ImportMode.ALL, new ThingImport()));
        assertThat(rows("written")).isEqualTo(written);
        previews.commit(office, preview.previewId(), ImportMode.GOOD_ROWS, new ThingImport());
        assertThat(rows("read")).isEqualTo(read + 3);
        assertThat(rows("faulty")).isEqualTo(faulty + 2);
        assertThat(rows("written")).isEqualTo(written + 1);
        for (String outcome : List.of("done", "broken-off")) {
            assertThat(registry.get("civitas.import")
                            .tags("kind", "物品", "step", "commit", "outcome", outcome)
                            .timer()
                            .count())
                    .isPositive();
        }
    }

    private double rows(String result) {
        return registry.counter("civitas.import.rows", "kind", "物品", "result", result)
                .count();
    }

    @Test
    void all_means_all_or_nothing() throws IOException {
        ImportPreview faulty = previews.open(office, upload("桌", "2", "椅", "many"), new ThingImport());
        RuleViolation refused = catchThrowableOfType(
                RuleViolation.class,
                () -> previews.commit(office, faulty.previewId(), ImportMode.ALL, new ThingImport()));
        assertThat(refused.code()).isEqualTo("import.faulty");
        assertThat(names()).isEmpty();

        ImportPreview good = previews.open(office, upload("桌", "2", "椅", "3"), new ThingImport());
        assertThat(previews.commit(office, good.previewId(), ImportMode.ALL, new ThingImport()))
                .isEqualTo(new ImportResult(2, 0));
        assertThat(names()).containsExactlyInAnyOrder("桌", "椅");
    }

    @Test
    void good_rows_are_written_and_the_others_come_back_with_their_faults() throws IOException {
        ImportPreview preview = previews.open(office, upload("桌", "2", "椅", "many", "禁", "1"), new ThingImport());
        assertThat(previews.commit(office, preview.previewId(), ImportMode.GOOD_ROWS, new ThingImport()))
                .isEqualTo(new ImportResult(1, 2));
        assertThat(names()).containsExactly("桌");

        Resource faulty = Objects.requireNonNull(previews.faultyRows(office, preview.previewId(), new ThingImport())
                .getBody());
        Path file = folder.resolve("faulty.xlsx");
        Files.copy(faulty.getInputStream(), file);
        List<SheetRow> rows = new ArrayList<>();
        Column<String> fault = Column.text("错误说明", 500);
        WorkbookReader.read(file, SheetForm.of("物品", NAME, Column.text("数量", 9), fault), rows::add);
        assertThat(rows).extracting(row -> row.get(NAME)).containsExactly("椅", "禁");
        assertThat(rows.get(0).get(fault)).contains("“数量”应为整数");
        assertThat(rows.get(1).get(fault)).isEqualTo("“禁”不能导入。");
    }

    @Test
    void a_fault_while_writing_leaves_nothing_behind() throws IOException {
        jdbc.update("insert into setting (name, value, changed_at) values ('椅', '1', now())");
        ImportPreview preview = previews.open(office, upload("桌", "2", "椅", "3"), new ThingImport());
        assertThatThrownBy(() -> previews.commit(office, preview.previewId(), ImportMode.ALL, new ThingImport()))
                .isInstanceOf(DataAccessException.class);
        assertThat(names()).containsExactly("椅");
    }

    @Test
    void the_same_preview_can_not_be_confirmed_twice() throws IOException {
        ImportPreview preview = previews.open(office, upload("桌", "2"), new ThingImport());
        previews.commit(office, preview.previewId(), ImportMode.ALL, new ThingImport());
        assertThatThrownBy(() -> previews.commit(office, preview.previewId(), ImportMode.ALL, new ThingImport()))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void somebody_elses_preview_is_not_there() throws IOException {
        ImportPreview preview = previews.open(office, upload("桌", "2"), new ThingImport());
        assertThatThrownBy(() ->
                        previews.commit(TestUsers.office(), preview.previewId(), ImportMode.ALL, new ThingImport()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void more_than_one_batch_is_written_whole() throws IOException {
        String[] cells = new String[2 * 2_500];
        for (int i = 0; i < cells.length; i += 2) {
            cells[i] = "物" + i;
            cells[i + 1] = "1";
        }
        ImportPreview preview = previews.open(office, upload(cells), new ThingImport());
        previews.commit(office, preview.previewId(), ImportMode.ALL, new ThingImport());
        assertThat(names()).hasSize(2_500);
    }

    private List<String> names() {
        return jdbc.queryForList("select name from setting", String.class);
    }

    private static MockMultipartFile upload(String... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(out, "test", "1.0");
        Worksheet sheet = workbook.newWorksheet("物品");
        sheet.value(0, 0, "名称");
        sheet.value(0, 1, "数量");
        for (int i = 0; i < cells.length; i++) {
            sheet.value(1 + i / 2, i % 2, cells[i]);
        }
        workbook.finish();
        return new MockMultipartFile("file", "物品.xlsx", null, new ByteArrayInputStream(out.toByteArray()));
    }
}
