package org.civitas.standard.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetsWriter;
import org.civitas.standard.Edition;
import org.civitas.standard.domain.EditionDifference;
import org.civitas.standard.domain.EditionDifference.Change;
import org.civitas.standard.domain.TextPiece;

/** 差异表 — the differences of two versions as a workbook; within the words 【－…】 marks what is gone, 【＋…】 what is new. */
public final class DifferenceWorkbook {

    private static final List<ExportColumn<EditionDifference>> COLUMNS = List.of(
            ExportColumn.<EditionDifference>text("类别", EditionDifference::subject)
                    .wide(10),
            ExportColumn.<EditionDifference>text("编码", EditionDifference::code).wide(16),
            ExportColumn.<EditionDifference>text("名称或内容", EditionDifference::name)
                    .wide(40),
            ExportColumn.<EditionDifference>text("差异", d -> d.change().word()).wide(10),
            ExportColumn.<EditionDifference>text("列", EditionDifference::field).wide(12),
            ExportColumn.<EditionDifference>text("原版", EditionDifference::before)
                    .wide(44),
            ExportColumn.<EditionDifference>text("新版", EditionDifference::after).wide(44),
            ExportColumn.<EditionDifference>text("对照", DifferenceWorkbook::marked)
                    .wide(60));

    private DifferenceWorkbook() {}

    /** Writes the differences; the stream is not closed. */
    public static void write(Edition before, Edition after, List<EditionDifference> differences, OutputStream out)
            throws IOException {
        try (SheetsWriter workbook = SheetsWriter.open(out)) {
            workbook.words(
                    "说明",
                    "测评体系版本差异表",
                    List.of(
                            "原版：" + before.title(),
                            "新版：" + after.title(),
                            "共 " + differences.size() + " 处差异：" + counts(differences),
                            "“对照”一列里，【－】内是删去的文字，【＋】内是新增的文字。"));
            workbook.table("差异", COLUMNS, differences);
        }
    }

    private static String counts(List<EditionDifference> differences) {
        return Arrays.stream(Change.values())
                .map(change -> change.word() + " "
                        + differences.stream().filter(d -> d.change() == change).count())
                .collect(Collectors.joining("，"));
    }

    private static String marked(EditionDifference difference) {
        if (difference.change() != Change.REWORDED) {
            return "";
        }
        return difference.pieces().stream().map(DifferenceWorkbook::marked).collect(Collectors.joining());
    }

    private static String marked(TextPiece piece) {
        return switch (piece.kind()) {
            case SAME -> piece.text();
            case GONE -> "【－" + piece.text() + "】";
            case NEW -> "【＋" + piece.text() + "】";
        };
    }
}
