package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.xlsx.ImportCommit;
import org.civitas.platform.xlsx.ImportPreview;
import org.civitas.platform.xlsx.ImportPreviews;
import org.civitas.platform.xlsx.ImportResult;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.shared.OfficeDay;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.EditionContent;
import org.civitas.standard.application.DecompositionImports;
import org.civitas.standard.application.ReadDecomposition;
import org.civitas.standard.domain.DecompositionLines;
import org.civitas.standard.persistence.DecompositionTable;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.workbook.DecompositionSheet;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The decomposition as one sheet, there and back. */
@RestController
@RequestMapping("/api/editions/{id}/decomposition")
@Tag(name = "standard")
class DecompositionSheetController {

    private final EditionTable editions;
    private final DecompositionTable table;
    private final ReadDecomposition reading;
    private final DecompositionViews views;
    private final ImportPreviews previews;
    private final DecompositionImports imports;
    private final Clock clock;

    DecompositionSheetController(
            EditionTable editions,
            DecompositionTable table,
            ReadDecomposition reading,
            DecompositionViews views,
            ImportPreviews previews,
            DecompositionImports imports,
            Clock clock) {
        this.editions = editions;
        this.table = table;
        this.reading = reading;
        this.views = views;
        this.previews = previews;
        this.imports = imports;
        this.clock = clock;
    }

    @Exports("decomposition")
    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "导出任务分解，改好后可再导入")
    @GetMapping("/export")
    ResponseEntity<Resource> export(@PathVariable UUID id) {
        EditionContent content = editions.content(id);
        DecompositionLines lines = table.lines(id);
        var decomposed = reading.on(content, lines, OfficeDay.today(clock));
        return XlsxAnswer.of(content.edition().title() + " 任务分解", out -> {
            try (var sheet = SheetWriter.open(out, DecompositionSheet.FORM.title(), DecompositionSheet.columns())) {
                for (AssignedKind kind : AssignedKind.values()) {
                    views.rows(content, lines, decomposed, kind)
                            .forEach(row -> sheet.add(DecompositionViews.line(row)));
                }
            }
        });
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "下载任务分解导入模板")
    @GetMapping("/imports/template")
    ResponseEntity<Resource> template(@PathVariable UUID id) {
        editions.need(id);
        return previews.template(DecompositionSheet.FORM);
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "上传任务分解表并预览")
    @PostMapping("/imports/previews")
    ImportPreview preview(
            CurrentUser user, @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file) {
        var into = imports.into(id);
        if (file == null) {
            throw new BadInput("file", "请选择要导入的文件。");
        }
        return previews.open(user, file, into);
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "确认导入任务分解")
    @PostMapping("/imports/previews/{preview}/commits")
    ImportResult commit(
            CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID preview,
            @Valid @RequestBody ImportCommit commit) {
        return previews.commit(user, preview, commit.mode(), imports.into(id));
    }

    @Exports("faulty-rows")
    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "下载任务分解表中有错误的行")
    @GetMapping("/imports/previews/{preview}/faulty-rows")
    ResponseEntity<Resource> faultyRows(CurrentUser user, @PathVariable UUID id, @PathVariable UUID preview) {
        return previews.faultyRows(user, preview, imports.into(id));
    }
}
