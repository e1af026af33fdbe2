package org.civitas.standard.workbook;

import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.xlsx.Column;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetForm;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.EditionMapping.Fit;
import org.civitas.standard.EditionMapping.Kind;

/** Sheet 对应: what also serves another index. The sheet may be missing or empty. */
final class MappingSheet {

    private static final Column<Kind> KIND =
            Column.choice("类别", Words.byWord(Kind.values(), Kind::word)).required();
    private static final Column<String> CODE = Words.code("编码", 40).required();
    private static final Column<String> EDITION = Words.code("对应体系", 30).required();
    private static final Column<String> OTHER = Words.code("对应编码", 40).required();
    private static final Column<Fit> FIT = Column.choice("对应程度", Words.byWord(Fit.values(), Fit::word));
    private static final Column<String> NOTE = Column.text("说明", 200);
    static final SheetForm FORM = SheetForm.of("对应", KIND, CODE, EDITION, OTHER, FIT, NOTE)
            .unique(KIND, CODE, EDITION, OTHER)
            .mostRows(10_000);

    final List<EditionMapping> mappings = new ArrayList<>();

    void read(SheetReading reading) {
        reading.eachIfThere(FORM, row -> {
            EditionMapping mapping = new EditionMapping(
                    row.need(KIND),
                    row.need(CODE),
                    row.need(EDITION),
                    row.need(OTHER),
                    row.getOr(FIT, Fit.FULL),
                    row.getOr(NOTE, ""));
            reading.remember(FORM, mapping.ends(), row);
            mappings.add(mapping);
        });
    }

    static List<ExportColumn<EditionMapping>> columns() {
        return List.of(
                ExportColumn.<EditionMapping>text(KIND.header(), m -> m.kind().word())
                        .wide(10),
                ExportColumn.<EditionMapping>text(CODE.header(), EditionMapping::code)
                        .wide(16),
                ExportColumn.<EditionMapping>text(EDITION.header(), EditionMapping::otherEdition)
                        .wide(18),
                ExportColumn.<EditionMapping>text(OTHER.header(), EditionMapping::otherCode)
                        .wide(16),
                ExportColumn.<EditionMapping>text(FIT.header(), m -> m.fit().word())
                        .wide(10),
                ExportColumn.<EditionMapping>text(NOTE.header(), EditionMapping::note)
                        .wide(50));
    }
}
