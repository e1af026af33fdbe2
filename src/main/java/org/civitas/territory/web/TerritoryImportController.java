package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.xlsx.ImportCommit;
import org.civitas.platform.xlsx.ImportPreview;
import org.civitas.platform.xlsx.ImportPreviews;
import org.civitas.platform.xlsx.ImportResult;
import org.civitas.territory.Areas;
import org.civitas.territory.DutyPlaces;
import org.civitas.territory.TerritoryLoading;
import org.civitas.territory.Units;
import org.civitas.territory.application.DutyImport;
import org.civitas.territory.application.UnitImport;
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
@Tag(name = "territory")
class TerritoryImportController {

    private final ImportPreviews previews;
    private final Areas areas;
    private final Units units;
    private final DutyPlaces places;
    private final TerritoryLoading loading;

    TerritoryImportController(
            ImportPreviews previews, Areas areas, Units units, DutyPlaces places, TerritoryLoading loading) {
        this.previews = previews;
        this.areas = areas;
        this.units = units;
        this.places = places;
        this.loading = loading;
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "下载单位导入模板")
    @GetMapping("/api/units/imports/template")
    ResponseEntity<Resource> unitTemplate() {
        return previews.template(UnitImport.FORM);
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "上传单位表并预览")
    @PostMapping("/api/units/imports/previews")
    ImportPreview previewUnits(CurrentUser user, @RequestParam MultipartFile file) {
        return previews.open(user, file, units(user));
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "确认导入单位")
    @PostMapping("/api/units/imports/previews/{id}/commits")
    ImportResult commitUnits(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ImportCommit commit) {
        return previews.commit(user, id, commit.mode(), units(user));
    }

    @Exports("faulty-rows")
    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "下载单位表中有错误的行")
    @GetMapping("/api/units/imports/previews/{id}/faulty-rows")
    ResponseEntity<Resource> faultyUnits(CurrentUser user, @PathVariable UUID id) {
        return previews.faultyRows(user, id, units(user));
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "下载责任导入模板")
    @GetMapping("/api/duties/imports/template")
    ResponseEntity<Resource> dutyTemplate() {
        return previews.template(DutyImport.FORM);
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "上传责任表并预览")
    @PostMapping("/api/duties/imports/previews")
    ImportPreview previewDuties(CurrentUser user, @RequestParam MultipartFile file) {
        return previews.open(user, file, duties(user));
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "确认导入责任")
    @PostMapping("/api/duties/imports/previews/{id}/commits")
    ImportResult commitDuties(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ImportCommit commit) {
        return previews.commit(user, id, commit.mode(), duties(user));
    }

    @Exports("faulty-rows")
    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "下载责任表中有错误的行")
    @GetMapping("/api/duties/imports/previews/{id}/faulty-rows")
    ResponseEntity<Resource> faultyDuties(CurrentUser user, @PathVariable UUID id) {
        return previews.faultyRows(user, id, duties(user));
    }

    private UnitImport units(CurrentUser user) {
        return new UnitImport(user.scope(), areas, units, loading);
    }

    private DutyImport duties(CurrentUser user) {
        return new DutyImport(user.scope(), areas, units, places, loading);
    }
}
