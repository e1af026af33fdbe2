package org.civitas.standard.application;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.civitas.standard.EditionContent;
import org.civitas.standard.SiteType;
import org.civitas.standard.persistence.SiteTypeTable;
import org.civitas.standard.workbook.EditionWorkbook;
import org.civitas.standard.workbook.EditionWorkbook.Reading;
import org.civitas.standard.workbook.WorkbookFault;
import org.springframework.stereotype.Service;

/** Reads an edition from a workbook and checks it, also against the site types that the city has. */
@Service
public class ReadEditionWorkbook {

    private final SiteTypeTable types;

    ReadEditionWorkbook(SiteTypeTable types) {
        this.types = types;
    }

    /** Writes nothing. */
    public Reading read(Path file) {
        Reading reading = EditionWorkbook.read(file);
        EditionContent content = reading.content();
        if (content == null) {
            return reading;
        }
        List<WorkbookFault> faults = new ArrayList<>();
        Map<String, SiteType> known = types.byCode();
        content.siteTypes().stream()
                .filter(t -> known.values().stream()
                        .anyMatch(k -> k.name().equals(t.name()) && !k.code().equals(t.code())))
                .map(t -> new WorkbookFault(
                        "edition.site-type.name-taken",
                        "点位类型",
                        0,
                        "名称",
                        t.name(),
                        "点位类型“" + t.name() + "”在本市已用另一个代码登记，请改用本市的代码。"))
                .forEach(faults::add);
        return faults.isEmpty() ? reading : new Reading(null, faults);
    }
}
