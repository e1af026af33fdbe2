package org.civitas.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.civitas.insight.application.UnitAnswering;
import org.civitas.insight.application.UnitPaper;
import org.civitas.insight.application.UnitWorkbook;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.territory.Unit;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The four lists as files: of one unit, or of every unit that the asker may see. */
@RestController
@Tag(name = "insight")
class UnitListController {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    private final UnitAnswering answering;
    private final UnitWorkbook workbook;
    private final UnitPaper papers;

    UnitListController(UnitAnswering answering, UnitWorkbook workbook, UnitPaper papers) {
        this.answering = answering;
        this.workbook = workbook;
        this.papers = papers;
    }

    @Exports("unit-lists")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "一个单位的四张清单（xlsx）")
    @GetMapping("/api/units/{id}/answering/workbook")
    ResponseEntity<Resource> workbook(CurrentUser user, @PathVariable UUID id) {
        Unit unit = answering.visible(user, id);
        return XlsxAnswer.of(unit.name() + "四张清单", out -> workbook.write(user, List.of(unit), out));
    }

    @Exports("unit-lists")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "一个单位的四张清单（Word）")
    @GetMapping("/api/units/{id}/answering/paper")
    ResponseEntity<Resource> paper(CurrentUser user, @PathVariable UUID id) {
        Unit unit = answering.visible(user, id);
        return XlsxAnswer.file(unit.name() + "文明创建责任清单.docx", DOCX, out -> papers.write(user, unit, out));
    }

    @Exports("unit-lists")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "可见各单位的四张清单，合为一个工作簿")
    @GetMapping("/api/unit-lists/workbook")
    ResponseEntity<Resource> allWorkbook(CurrentUser user) {
        return XlsxAnswer.of("各单位四张清单", out -> workbook.write(user, answering.allVisible(user), out));
    }

    @Exports("unit-lists")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "可见各单位的四张清单，每单位一份 Word，打成一个压缩包")
    @GetMapping("/api/unit-lists/papers")
    ResponseEntity<Resource> allPapers(CurrentUser user) {
        return XlsxAnswer.file("各单位责任清单.zip", ZIP, out -> papers.writeAll(user, answering.allVisible(user), out));
    }
}
