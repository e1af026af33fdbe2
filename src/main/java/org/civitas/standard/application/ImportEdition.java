package org.civitas.standard.application;

import java.nio.file.Path;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionContent;
import org.civitas.standard.workbook.EditionWorkbook.Reading;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Enters the edition of a workbook, all of it or nothing. */
@Service
public class ImportEdition {

    private final ReadEditionWorkbook reading;
    private final EnterEdition entering;

    ImportEdition(ReadEditionWorkbook reading, EnterEdition entering) {
        this.reading = reading;
        this.entering = entering;
    }

    @Transactional
    public Edition importFrom(Path file) {
        Reading read = reading.read(file);
        EditionContent content = read.content();
        if (content == null) {
            throw new RuleViolation(
                    "edition.workbook.faulty",
                    "工作簿有 " + read.faults().size() + " 处错误，没有写入任何内容，第一处："
                            + read.faults().getFirst().message());
        }
        return entering.enter(content, "工作簿");
    }
}
