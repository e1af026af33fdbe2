package org.civitas.standard.workbook;

import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.standard.SiteKind;
import org.civitas.standard.SiteType;

/** Sheet 点位类型. */
final class SiteTypeSheet {

    private static final Column<String> CODE = Words.code("代码", 12).required();
    static final Column<String> NAME = Column.text("名称", 40).required();
    private static final Column<SiteKind> KIND =
            Column.choice("类别", Words.byWord(SiteKind.values(), SiteKind::word)).required();
    private static final Column<String> ROUTE = Column.text("走法", 200);
    static final SheetForm FORM = SheetForm.of("点位类型", CODE, NAME, KIND, ROUTE)
            .unique(CODE)
            .unique(NAME)
            .mostRows(500);

    final List<SiteType> types = new ArrayList<>();

    void read(SheetReading reading) {
        reading.eachEvenNone(FORM, row -> {
            reading.remember(FORM, row.need(CODE), row);
            types.add(new SiteType(row.need(CODE), row.need(NAME), row.need(KIND), row.getOr(ROUTE, "")));
        });
    }

    static List<ExportColumn<SiteType>> columns() {
        return List.of(
                ExportColumn.<SiteType>text(CODE.header(), SiteType::code).wide(10),
                ExportColumn.<SiteType>text(NAME.header(), SiteType::name).wide(30),
                ExportColumn.<SiteType>text(KIND.header(), t -> t.kind().word()).wide(12),
                ExportColumn.<SiteType>text(ROUTE.header(), SiteType::route).wide(60));
    }
}
