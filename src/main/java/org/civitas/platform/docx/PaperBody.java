package org.civitas.platform.docx;

import com.deepoove.poi.policy.AbstractRenderPolicy;
import com.deepoove.poi.render.RenderContext;
import com.deepoove.poi.xwpf.BodyContainer;
import com.deepoove.poi.xwpf.BodyContainerFactory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;

/** Puts the blocks of a paper, its signature, date and copies where the template says {@code {{body}}}. */
final class PaperBody extends AbstractRenderPolicy<OfficialPaper> {

    private static final int TEXT_WIDTH_TWIPS = 8_845;
    private static final int CHARACTER_TWIPS = 320;
    private static final int CELL_MARGIN_TWIPS = 28;
    private static final int PICTURE_WIDTH_MM = 74;
    private static final int PICTURE_HEIGHT_MM = 56;
    private static final double EMU_PER_MM = 36_000;

    private final OfficialPaper paper;

    PaperBody(OfficialPaper paper) {
        this.paper = paper;
    }

    @Override
    public void doRender(RenderContext<OfficialPaper> context) throws Exception {
        XWPFRun place = context.getRun();
        BodyContainer body = BodyContainerFactory.getBodyContainer(place);
        for (PaperBlock block : paper.blocks()) {
            write(body, place, block);
        }
        sign(body, place);
        clearPlaceholder(context, true);
    }

    private void write(BodyContainer body, XWPFRun place, PaperBlock block) throws IOException, InvalidFormatException {
        switch (block) {
            case PaperBlock.Heading heading -> paragraph(body, place, "PaperHeading1", heading.text());
            case PaperBlock.Subheading heading -> paragraph(body, place, "PaperHeading2", heading.text());
            case PaperBlock.Paragraph text ->
                text.text().lines().forEach(line -> paragraph(body, place, "PaperBody", line));
            case PaperBlock.Table table -> table(body, place, table);
            case PaperBlock.PicturePair pair -> pictures(body, place, pair);
        }
    }

    private static XWPFParagraph paragraph(BodyContainer body, XWPFRun place, String style, String words) {
        XWPFParagraph paragraph = body.insertNewParagraph(place);
        paragraph.setStyle(style);
        paragraph.createRun().setText(words);
        return paragraph;
    }

    private static void table(BodyContainer body, XWPFRun place, PaperBlock.Table table) {
        paragraph(body, place, "PaperCaption", table.caption());
        XWPFTable word =
                body.insertNewTable(place, table.rows().size() + 1, table.head().size());
        layout(word, table.weights());
        borders(word);
        fill(word.getRow(0), table.head());
        word.getRow(0).setRepeatHeader(true);
        for (int i = 0; i < table.rows().size(); i++) {
            fill(word.getRow(i + 1), table.rows().get(i));
        }
        word.getRows().forEach(row -> row.setCantSplitRow(true));
        paragraph(body, place, "PaperCell", "");
    }

    private static void fill(XWPFTableRow row, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            XWPFTableCell cell = row.getCell(i);
            cell.setVerticalAlignment(XWPFVertAlign.CENTER);
            XWPFParagraph paragraph = cell.getParagraphs().getFirst();
            paragraph.setStyle("PaperCell");
            paragraph.createRun().setText(texts.get(i));
        }
    }

    private static void pictures(BodyContainer body, XWPFRun place, PaperBlock.PicturePair pair)
            throws IOException, InvalidFormatException {
        paragraph(body, place, "PaperCaption", pair.caption());
        XWPFTable word = body.insertNewTable(place, 2, 2);
        layout(word, List.of(1, 1));
        noBorders(word);
        picture(word.getRow(0).getCell(0), pair.left(), pair.leftWords());
        picture(word.getRow(0).getCell(1), pair.right(), pair.rightWords());
        note(word.getRow(1).getCell(0), pair.leftWords());
        note(word.getRow(1).getCell(1), pair.rightWords());
        word.getRows().forEach(row -> row.setCantSplitRow(true));
    }

    private static void picture(XWPFTableCell cell, @Nullable PaperPicture picture, String words)
            throws IOException, InvalidFormatException {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle("PaperPicture");
        XWPFRun run = paragraph.createRun();
        if (picture == null) {
            run.setText("（无照片）");
            return;
        }
        double scale = Math.min(
                PICTURE_WIDTH_MM * EMU_PER_MM / picture.width(), PICTURE_HEIGHT_MM * EMU_PER_MM / picture.height());
        PictureType type = picture.type();
        run.addPicture(new ByteArrayInputStream(picture.bytes()), type, words, (int) (picture.width() * scale), (int)
                (picture.height() * scale));
    }

    private static void note(XWPFTableCell cell, String words) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setStyle("PaperNote");
        paragraph.createRun().setText(words);
    }

    private static void layout(XWPFTable table, List<Integer> weights) {
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        table.setWidth(String.valueOf(TEXT_WIDTH_TWIPS));
        CTTblPr properties = table.getCTTbl().getTblPr();
        CTTblLayoutType layout = properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout();
        layout.setType(STTblLayoutType.FIXED);
        table.setTableAlignment(TableRowAlign.CENTER);
        table.setCellMargins(0, CELL_MARGIN_TWIPS, 0, CELL_MARGIN_TWIPS);
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        for (int i = 0; i < weights.size(); i++) {
            int width = TEXT_WIDTH_TWIPS * weights.get(i) / sum;
            grid.addNewGridCol().setW(BigInteger.valueOf(width));
            for (XWPFTableRow row : table.getRows()) {
                row.getCell(i).setWidth(String.valueOf(width));
            }
        }
    }

    private static void borders(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.SINGLE, 8, 0, "000000");
        table.setBottomBorder(XWPFBorderType.SINGLE, 8, 0, "000000");
        table.setLeftBorder(XWPFBorderType.SINGLE, 8, 0, "000000");
        table.setRightBorder(XWPFBorderType.SINGLE, 8, 0, "000000");
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
        table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, "000000");
    }

    private static void noBorders(XWPFTable table) {
        table.removeBorders();
    }

    /** 署名 stands centred above the date; the date is four characters from the right, further in for a long name. */
    private void sign(BodyContainer body, XWPFRun place) {
        paragraph(body, place, "PaperBody", "");
        String date = OfficialPaper.written(paper.date());
        double dateWidth =
                date.codePoints().mapToDouble(point -> point < 128 ? 0.5 : 1).sum();
        double nameWidth = paper.signature().codePointCount(0, paper.signature().length());
        double dateIndent = Math.max(4, 2 + (nameWidth - dateWidth) / 2);
        double nameIndent = Math.max(2, dateIndent + (dateWidth - nameWidth) / 2);
        right(paragraph(body, place, "PaperSignature", paper.signature()), nameIndent);
        right(paragraph(body, place, "PaperSignature", date), dateIndent);
        if (!paper.copies().isEmpty()) {
            paragraph(body, place, "PaperCopies", "抄送：" + paper.copies() + "。");
        }
    }

    private static void right(XWPFParagraph paragraph, double characters) {
        paragraph.setAlignment(ParagraphAlignment.RIGHT);
        paragraph.setIndentationRight((int) (characters * CHARACTER_TWIPS));
    }
}
