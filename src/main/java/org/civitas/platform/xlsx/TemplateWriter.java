package org.civitas.platform.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Color;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** 导入模板 — writes the workbook that people fill in: headers, an example row, drop-down lists, and the sheet 说明. */
public final class TemplateWriter {

    private static final int LISTED_ROWS = 5_000;

    private TemplateWriter() {}

    /** Writes the template of a form; the stream is not closed. */
    public static void write(SheetForm form, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Civitas", "1.0");
        Worksheet data = workbook.newWorksheet(form.sheetName());
        Worksheet instructions = workbook.newWorksheet("说明");
        Worksheet choices = workbook.newWorksheet("选项");
        choices.setVisibilityState(VisibilityState.HIDDEN);
        writeData(form, data, choices);
        writeInstructions(form, instructions);
        workbook.finish();
    }

    private static void writeData(SheetForm form, Worksheet data, Worksheet choices) {
        int list = 0;
        for (int i = 0; i < form.columns().size(); i++) {
            Column<?> column = form.columns().get(i);
            data.width(
                    i,
                    Math.max(
                            12,
                            Math.max(
                                    column.header().length() * 2.6,
                                    column.example().length() * 1.6)));
            data.inlineString(0, i, column.isRequired() ? column.header() + "*" : column.header());
            data.style(0, i)
                    .bold()
                    .fillColor(column.isRequired() ? "F8E3D0" : "DCE6F2")
                    .wrapText(true)
                    .set();
            if (!column.example().isEmpty()) {
                data.inlineString(1, i, SafeText.clean(column.example()));
            }
            data.style(1, i).italic().fontColor(Color.GRAY7).format("@").set();
            if (!column.allowed().isEmpty()) {
                offer(data, i, choices, list++, column);
            }
        }
        data.freezePane(0, 1);
    }

    private static void offer(Worksheet data, int index, Worksheet choices, int list, Column<?> column) {
        List<String> allowed = column.allowed();
        choices.inlineString(0, list, column.header());
        for (int i = 0; i < allowed.size(); i++) {
            choices.inlineString(i + 1, list, allowed.get(i));
        }
        data.range(1, index, LISTED_ROWS, index).validateWithList(choices.range(1, list, allowed.size(), list));
    }

    private static void writeInstructions(SheetForm form, Worksheet sheet) {
        sheet.width(0, 18);
        sheet.width(1, 8);
        sheet.width(2, 34);
        sheet.width(3, 60);
        sheet.width(4, 24);
        int row = 0;
        sheet.inlineString(row, 0, form.title() + "导入说明");
        sheet.style(row++, 0).bold().fontSize(14).set();
        for (String sentence : sentences(form)) {
            sheet.inlineString(row++, 0, sentence);
        }
        row++;
        List<String> heads = List.of("列名", "必填", "填写要求", "说明", "示例");
        for (int i = 0; i < heads.size(); i++) {
            sheet.inlineString(row, i, heads.get(i));
            sheet.style(row, i).bold().fillColor("DCE6F2").set();
        }
        for (Column<?> column : form.columns()) {
            row++;
            sheet.inlineString(row, 0, column.header());
            sheet.inlineString(row, 1, column.isRequired() ? "是" : "否");
            sheet.inlineString(row, 2, column.kind());
            sheet.inlineString(row, 3, SafeText.clean(note(column)));
            sheet.inlineString(row, 4, SafeText.clean(column.example()));
            for (int i = 0; i < heads.size(); i++) {
                sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
            }
        }
    }

    private static List<String> sentences(SheetForm form) {
        List<String> all = new ArrayList<>(form.instructions());
        all.add("在第一张表“" + form.sheetName() + "”里填写，带 * 的列必填；列的顺序可以调整，列名不要改动。");
        all.add("灰色的第 2 行是示例，内容与示例完全相同时不导入；可以直接覆盖。");
        all.add("一次最多 " + form.mostRows() + " 行；请不要使用公式，公式请粘贴为数值。");
        form.unique()
                .forEach(group -> all.add(
                        Words.headers(group.stream().<String>map(Column::header).toList()) + "在表内不能重复。"));
        return all;
    }

    private static String note(Column<?> column) {
        if (column.allowed().isEmpty()) {
            return column.note();
        }
        String options = "可选：" + String.join("、", column.allowed()) + "。";
        return column.note().isEmpty() ? options : column.note() + options;
    }
}
