package org.civitas.platform.docx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.civitas.platform.database.DatabaseSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaperWriterTest {

    @TempDir
    Path data;

    @Test
    void every_part_of_the_paper_can_be_read_back_in_order() throws IOException {
        try (XWPFDocument word = written(paper())) {
            List<String> lines = word.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .filter(line -> !line.isBlank())
                    .toList();
            assertThat(lines)
                    .startsWith("云川市文明创建工作领导小组办公室文件", "云文创办〔2026〕12号", "关于11月份文明创建督查情况的通报", "各区县人民政府，市各有关单位：", "一、总体情况")
                    .endsWith("云川市文明创建工作领导小组办公室", "2026年11月20日", "抄送：市委办公室。");
            XWPFTable ranking = word.getTables().getFirst();
            assertThat(ranking.getRow(0).isRepeatHeader()).isTrue();
            assertThat(ranking.getRow(1).getCell(1).getText()).isEqualTo("市城管局");
            assertThat(ranking.getRow(40).getCell(2).getText()).isEqualTo("60.40");
        }
    }

    @Test
    void the_page_follows_gb_t_9704() throws IOException {
        try (XWPFDocument word = written(paper())) {
            var section = word.getDocument().getBody().getSectPr();
            assertThat(section.getPgSz().getW()).hasToString("11906");
            assertThat(section.getPgSz().getH()).hasToString("16838");
            assertThat(millimetres(section.getPgMar().getTop())).isBetween(36.9, 37.1);
            assertThat(millimetres(section.getPgMar().getLeft())).isBetween(27.9, 28.1);
            assertThat(210
                            - millimetres(section.getPgMar().getLeft())
                            - millimetres(section.getPgMar().getRight()))
                    .isBetween(155.9, 156.1);
            assertThat(297
                            - millimetres(section.getPgMar().getTop())
                            - millimetres(section.getPgMar().getBottom()))
                    .isBetween(224.9, 225.1);
            assertThat(22 * ((Number) section.getDocGrid().getLinePitch()).intValue() / 1440.0 * 25.4)
                    .isBetween(224.0, 225.0);
            assertThat(word.getFooterList())
                    .anySatisfy(footer -> assertThat(footer.getText()).contains("— 1 —"));
            assertThat(word.getStyles()
                            .getStyle("PaperBody")
                            .getCTStyle()
                            .getRPr()
                            .getSzArray(0)
                            .getVal())
                    .hasToString("32");
        }
    }

    @Test
    void all_pictures_are_in_the_file_and_a_missing_one_is_said_in_words() throws IOException {
        try (XWPFDocument word = written(paper())) {
            assertThat(word.getAllPictures()).hasSize(3);
            assertThat(word.getTables().get(2).getRow(0).getCell(1).getText()).isEqualTo("（无照片）");
        }
    }

    @Test
    void tags_in_the_words_of_people_are_printed_and_not_followed() throws IOException {
        OfficialPaper evil = new OfficialPaper(
                "甲",
                "乙",
                "{{organ}}",
                "",
                List.of(new PaperBlock.Paragraph("{{number}} ${7*7}")),
                "丙",
                LocalDate.of(2026, 1, 2),
                "");
        try (XWPFDocument word = written(evil)) {
            assertThat(word.getParagraphs())
                    .extracting(XWPFParagraph::getText)
                    .contains("{{organ}}", "{{number}} ${7*7}");
        }
    }

    @Test
    void a_city_may_put_its_own_template() throws IOException {
        Files.createDirectories(data.resolve("templates"));
        try (XWPFDocument own = new XWPFDocument();
                var out = Files.newOutputStream(data.resolve("templates/official-paper.docx"))) {
            own.createParagraph().createRun().setText("本市模板 {{title}}");
            own.createParagraph().createRun().setText("{{body}}");
            own.write(out);
        }
        try (XWPFDocument word = written(paper())) {
            assertThat(word.getParagraphs().getFirst().getText()).isEqualTo("本市模板 关于11月份文明创建督查情况的通报");
        }
    }

    @Test
    void characters_are_counted_without_tables() {
        OfficialPaper paper = new OfficialPaper(
                "机关",
                "号",
                "标题",
                "主送",
                List.of(
                        new PaperBlock.Heading("一、甲"),
                        new PaperBlock.Table("表", List.of("列"), List.of(List.of("很多很多字")), List.of(1)),
                        new PaperBlock.Paragraph("乙 丙\n丁")),
                "署名",
                LocalDate.of(2026, 1, 2),
                "");
        assertThat(paper.characters()).isEqualTo(2 + 2 + 3 + 3);
    }

    @Test
    void a_table_with_uneven_rows_is_refused() {
        assertThatThrownBy(() -> new PaperBlock.Table("表", List.of("a", "b"), List.of(List.of("x")), List.of(1, 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_no_picture_is_not_taken_for_one() {
        assertThat(PaperPicture.of(new byte[0])).isEmpty();
        assertThat(PaperPicture.of("GIF89a????".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
    }

    static OfficialPaper paper() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("1", "市城管局", "98.50", "120"));
        for (int i = 2; i <= 40; i++) {
            rows.add(List.of(String.valueOf(i), "单位" + i, (100 - i) + ".40", String.valueOf(i)));
        }
        return new OfficialPaper(
                "云川市文明创建工作领导小组办公室文件",
                OfficialPaper.number("云文创办", 2026, 12),
                "关于11月份文明创建督查情况的通报",
                "各区县人民政府，市各有关单位",
                List.of(
                        new PaperBlock.Heading("一、总体情况"),
                        new PaperBlock.Paragraph(
                                "11月1日至30日，市创建办对全市点位开展督查，共检查点位320个，发现问题512个，已整改487个，整改率95.12%。现将有关情况通报如下，请认真对照整改。"),
                        new PaperBlock.Subheading("（一）单位排名"),
                        new PaperBlock.Table(
                                "表1  责任单位综合排名", List.of("名次", "单位", "得分", "应办问题"), rows, List.of(1, 4, 2, 2)),
                        new PaperBlock.PicturePair(
                                picture(Color.GRAY), "整改前（11月3日）", picture(Color.GREEN), "整改后（11月6日）", "幸福农贸市场：占道经营"),
                        new PaperBlock.PicturePair(picture(Color.RED), "整改前", null, "整改后", "建设路：垃圾满溢"),
                        new PaperBlock.Heading("二、工作要求"),
                        new PaperBlock.Paragraph("请各单位举一反三，限期整改。")),
                "云川市文明创建工作领导小组办公室",
                LocalDate.of(2026, 11, 20),
                "市委办公室");
    }

    private static PaperPicture picture(Color color) throws IOException {
        BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 320; x++) {
            for (int y = 0; y < 240; y++) {
                image.setRGB(x, y, (x / 20 + y / 20) % 2 == 0 ? color.getRGB() : Color.WHITE.getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", out);
        return PaperPicture.of(out.toByteArray()).orElseThrow();
    }

    private XWPFDocument written(OfficialPaper paper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DatabaseSettings settings = new DatabaseSettings(data, null, null, null, 1, "");
        new PaperWriter(new PaperTemplate(settings)).write(paper, out);
        return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
    }

    private static double millimetres(Object twips) {
        return Double.parseDouble(twips.toString()) / 1440 * 25.4;
    }
}
