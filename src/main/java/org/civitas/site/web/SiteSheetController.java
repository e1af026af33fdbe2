package org.civitas.site.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.ImportCommit;
import org.civitas.platform.xlsx.ImportPreview;
import org.civitas.platform.xlsx.ImportPreviews;
import org.civitas.platform.xlsx.ImportResult;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.site.SiteState;
import org.civitas.site.application.SiteImports;
import org.civitas.site.application.SiteQueries;
import org.civitas.site.application.SiteView;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Sites as workbooks, codes to print, and points on the map. */
@RestController
@Tag(name = "site")
class SiteSheetController {

    private static final List<ExportColumn<SiteView>> COLUMNS = List.of(
            ExportColumn.text("点位编号", SiteView::code),
            ExportColumn.<SiteView>text("点位名称", SiteView::name).wide(28),
            ExportColumn.text("点位类型", SiteView::typeName),
            ExportColumn.text("区划代码", SiteView::areaCode),
            ExportColumn.<SiteView>text("区划", SiteView::areaPath).wide(36),
            ExportColumn.<SiteView>text("地址", SiteView::address).wide(32),
            ExportColumn.number("经度", SiteView::longitude),
            ExportColumn.number("纬度", SiteView::latitude),
            ExportColumn.text("坐标系", site -> "WGS84"),
            ExportColumn.<SiteView>text("主管部门", SiteView::departmentUnitName).wide(24),
            ExportColumn.<SiteView>text("属地单位", SiteView::territorialUnitName).wide(24),
            ExportColumn.text("负责人", SiteView::personInCharge),
            ExportColumn.text("备注", SiteView::note),
            ExportColumn.text("状态", SiteView::stateLabel),
            ExportColumn.time("最近改动", SiteView::changedAt));

    private final ImportPreviews previews;
    private final SiteImports imports;
    private final SiteQueries queries;

    SiteSheetController(ImportPreviews previews, SiteImports imports, SiteQueries queries) {
        this.previews = previews;
        this.imports = imports;
        this.queries = queries;
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "下载点位导入模板")
    @GetMapping("/api/sites/imports/template")
    ResponseEntity<Resource> template() {
        return previews.template(SiteImports.FORM);
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "上传点位表并预览")
    @PostMapping("/api/sites/imports/previews")
    ImportPreview preview(CurrentUser user, @RequestParam MultipartFile file) {
        return previews.open(user, file, imports.within(user.scope()));
    }

    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "确认导入点位")
    @PostMapping("/api/sites/imports/previews/{id}/commits")
    ImportResult commit(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ImportCommit commit) {
        return previews.commit(user, id, commit.mode(), imports.within(user.scope()));
    }

    @Exports("faulty-rows")
    @Allow(Permission.SITE_EDIT)
    @Operation(summary = "下载点位表中有错误的行")
    @GetMapping("/api/sites/imports/previews/{id}/faulty-rows")
    ResponseEntity<Resource> faultyRows(CurrentUser user, @PathVariable UUID id) {
        return previews.faultyRows(user, id, imports.within(user.scope()));
    }

    @Exports("sites")
    @Allow(Permission.SITE_READ)
    @Operation(summary = "导出所列点位")
    @GetMapping("/api/sites/export")
    ResponseEntity<Resource> export(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable String typeCode,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable UUID unitId,
            @RequestParam(required = false) @Nullable SiteState state) {
        var filter = new SiteQueries.Filter(words, typeCode, areaCode, unitId, state);
        return XlsxAnswer.of("点位", out -> {
            try (var sheet = SheetWriter.open(out, "点位", COLUMNS)) {
                queries.each(user.scope(), filter, sheet::add);
            }
        });
    }

    /** One point of the map. */
    record SitePointView(UUID id, String code, String name, String typeCode, SiteState state, double lon, double lat) {}

    @Allow(Permission.SITE_READ)
    @Operation(summary = "地图上的点位，按类型、区划筛选")
    @GetMapping("/api/map/sites")
    List<SitePointView> points(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String typeCode,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable SiteState state) {
        var filter = new SiteQueries.Filter(null, typeCode, areaCode, null, state);
        return queries.all(user.scope(), filter).stream()
                .map(site -> new SitePointView(
                        site.id(),
                        site.code(),
                        site.name(),
                        site.typeCode(),
                        site.state(),
                        site.position().longitude(),
                        site.position().latitude()))
                .toList();
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "点位二维码（SVG），扫码打开手机端该点位页面")
    @GetMapping(path = "/api/sites/{id}/qr", produces = "image/svg+xml")
    ResponseEntity<String> qr(CurrentUser user, @PathVariable UUID id) throws WriterException {
        SiteView site = queries.one(user.scope(), id).orElseThrow(() -> new NotFound("点位"));
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/m/sites/" + site.token())
                .toUriString();
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("image/svg+xml"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(svg(address));
    }

    private static String svg(String words) throws WriterException {
        BitMatrix bits = new QRCodeWriter()
                .encode(
                        words,
                        BarcodeFormat.QR_CODE,
                        0,
                        0,
                        Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 2));
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < bits.getHeight(); y++) {
            for (int x = 0; x < bits.getWidth(); x++) {
                if (bits.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        int size = bits.getWidth();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\" role=\"img\"><title>点位二维码</title><path fill=\"#fff\" d=\"M0 0h"
                + size
                + "v" + size + "H0z\"/><path d=\"" + path + "\"/></svg>";
    }
}
