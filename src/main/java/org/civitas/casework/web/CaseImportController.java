package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.civitas.casework.application.CaseImports;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.xlsx.ImportCommit;
import org.civitas.platform.xlsx.ImportPreview;
import org.civitas.platform.xlsx.ImportPreviews;
import org.civitas.platform.xlsx.ImportResult;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@Tag(name = "casework")
class CaseImportController {

    private final ImportPreviews previews;
    private final CaseImports imports;

    CaseImportController(ImportPreviews previews, CaseImports imports) {
        this.previews = previews;
        this.imports = imports;
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "下载问题导入模板")
    @GetMapping("/api/cases/imports/template")
    ResponseEntity<Resource> template() {
        return previews.template(CaseImports.FORM);
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "上传问题表并预览")
    @PostMapping("/api/cases/imports/previews")
    ImportPreview preview(CurrentUser user, @RequestParam MultipartFile file) {
        return previews.open(user, file, imports.by(user));
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "确认导入问题")
    @PostMapping("/api/cases/imports/previews/{id}/commits")
    ImportResult commit(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ImportCommit commit) {
        return previews.commit(user, id, commit.mode(), imports.by(user));
    }

    @Exports("faulty-rows")
    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "下载有错误的问题行")
    @GetMapping("/api/cases/imports/previews/{id}/faulty-rows")
    ResponseEntity<Resource> faultyRows(CurrentUser user, @PathVariable UUID id) {
        return previews.faultyRows(user, id, imports.by(user));
    }
}
