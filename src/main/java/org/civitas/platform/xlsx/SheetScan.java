package org.civitas.platform.xlsx;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** 表格扫描 — goes through a part of a workbook; of one that is no sheet only the head is looked at. */
final class SheetScan {

    private static final int MOST_COLUMNS = 500;
    private static final int MOST_FORMULAS = 20_000;
    private static final int LONGEST_TEXT = 200_000;

    private boolean first = true;
    private int formulas;
    private long textLength;
    private @Nullable StringBuilder formula;

    boolean goesOn(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw WorkbookGuard.broken();
            case XMLStreamConstants.START_ELEMENT -> {
                textLength = 0;
                if (first && !xml.getLocalName().equals("worksheet")) {
                    return false;
                }
                first = false;
                begin(xml);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml);
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {}
        }
        return true;
    }

    private void begin(XMLStreamReader xml) {
        formula = null;
        if (xml.getLocalName().equals("c") && column(xml.getAttributeValue(null, "r")) > MOST_COLUMNS) {
            throw new UnreadableWorkbook("xlsx.too-many-columns", "表格超过 " + MOST_COLUMNS + " 列，请删去多余的列后重新上传。");
        }
        if (xml.getLocalName().equals("f")) {
            formula = new StringBuilder();
            formulas++;
        }
        if (formulas > MOST_FORMULAS) {
            throw new UnreadableWorkbook("xlsx.formulas", "表格里的公式太多，请全选后“选择性粘贴—数值”，再重新上传。");
        }
    }

    /** Blanks between elements are measured as well: no honest writer puts a hundred thousand in a row. */
    private void text(XMLStreamReader xml) {
        textLength += xml.getTextLength();
        if (textLength > LONGEST_TEXT) {
            throw WorkbookGuard.bomb();
        }
        if (formula != null) {
            formula.append(xml.getText());
        }
    }

    private void end() {
        if (formula != null && WorkbookParts.startsProgram(formula.toString())) {
            throw WorkbookParts.dde();
        }
        formula = null;
        textLength = 0;
    }

    /** The number of the column of an address such as AB12; a very large one for what is no address. */
    private static int column(@Nullable String address) {
        if (address == null) {
            return 0;
        }
        int column = 0;
        for (int i = 0; i < address.length(); i++) {
            char c = Character.toUpperCase(address.charAt(i));
            if (c < 'A' || c > 'Z') {
                break;
            }
            if (i == 3) {
                return Integer.MAX_VALUE;
            }
            column = column * 26 + (c - 'A' + 1);
        }
        return column;
    }
}
