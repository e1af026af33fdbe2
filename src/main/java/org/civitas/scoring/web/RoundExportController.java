package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.SafeFileName;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.scoring.application.AreaTree;
import org.civitas.scoring.application.RoundSight;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.persistence.LossQueries;
import org.civitas.scoring.persistence.LossQueries.Dimension;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.civitas.scoring.web.RoundViews.LossRowView;
import org.civitas.scoring.web.RoundViews.PieceView;
import org.civitas.scoring.web.RoundViews.TreeLineView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class RoundExportController {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final List<ExportColumn<TreeLineView>> TREE = List.of(
            ExportColumn.text("编号", TreeLineView::code),
            ExportColumn.<TreeLineView>text("名称", l -> l.kind().equals("REQUIREMENT") ? l.rule() : l.title())
                    .wide(60),
            ExportColumn.points("得分", TreeLineView::got),
            ExportColumn.points("已测分值", TreeLineView::judged),
            ExportColumn.points("满分", TreeLineView::full),
            ExportColumn.points("失分", TreeLineView::loss),
            ExportColumn.percent("得分率", l -> share(l.rate())));

    private static final List<ExportColumn<LossRowView>> LOSSES = List.of(
            ExportColumn.<LossRowView>text("名称", LossRowView::name).wide(50),
            ExportColumn.points("失分", LossRowView::loss),
            ExportColumn.percent("占失分", l -> share(l.share())),
            ExportColumn.number("问题数", LossRowView::findings),
            ExportColumn.number("点位数", LossRowView::sites));

    private static final List<ExportColumn<PieceView>> PIECES = List.of(
            ExportColumn.number("序号", PieceView::number),
            ExportColumn.number("失分", PieceView::loss),
            ExportColumn.text("标准编号", PieceView::criterionCode),
            ExportColumn.<PieceView>text("标准", PieceView::criterionTitle).wide(40),
            ExportColumn.text("检查项编号", PieceView::itemCode),
            ExportColumn.<PieceView>text("检查项", PieceView::itemText).wide(40),
            ExportColumn.text("点位编号", PieceView::siteCode),
            ExportColumn.<PieceView>text("点位", PieceView::siteName).wide(24),
            ExportColumn.text("点位类型", PieceView::typeName),
            ExportColumn.<PieceView>text("区划", PieceView::areaName).wide(28),
            ExportColumn.<PieceView>text("担责部门（条）", PieceView::department).wide(24),
            ExportColumn.<PieceView>text("担责属地（块）", PieceView::territory).wide(24));

    private static final int PAGE = 1_000;

    private final RoundSight sight;
    private final AreaTree trees;
    private final LossQueries losses;
    private final ResultPages pages;

    RoundExportController(RoundSight sight, AreaTree trees, LossQueries losses, ResultPages pages) {
        this.sight = sight;
        this.trees = trees;
        this.losses = losses;
        this.pages = pages;
    }

    @Exports("round-tree")
    @Allow(Permission.SCORE_READ)
    @Operation(summary = "导出得分树（xlsx）")
    @GetMapping("/api/rounds/{id}/tree.xlsx")
    ResponseEntity<byte[]> tree(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String area) {
        Seen seen = sight.see(user, id, version).needsWholeArea();
        var tree = pages.tree(seen.round(), trees.of(seen.round(), seen.narrowed(area)));
        return file(seen, "得分树", TREE, sheet -> tree.lines().forEach(sheet::add));
    }

    @Exports("round-losses")
    @Allow(Permission.SCORE_READ)
    @Operation(summary = "导出失分归集（xlsx）")
    @GetMapping("/api/rounds/{id}/losses.xlsx")
    ResponseEntity<byte[]> losses(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam Dimension by,
            LossParameters parameters,
            @RequestParam(required = false) @Nullable Integer version) {
        Seen seen = sight.see(user, id, version);
        var view = pages.losses(seen, by, parameters.filter(seen));
        return file(seen, "失分归集", LOSSES, sheet -> view.rows().forEach(sheet::add));
    }

    @Exports("round-pieces")
    @Allow(Permission.SCORE_READ)
    @Operation(summary = "导出失分明细（xlsx）")
    @GetMapping("/api/rounds/{id}/pieces.xlsx")
    ResponseEntity<byte[]> pieces(
            CurrentUser user,
            @PathVariable UUID id,
            LossParameters parameters,
            @RequestParam(required = false) @Nullable Integer version) {
        Seen seen = sight.see(user, id, version);
        Filter filter = parameters.filter(seen);
        ResultPages.Names names = pages.names(seen.round().versionId());
        return file(
                seen, "失分明细", PIECES, sheet -> losses.forEach(filter, PAGE, row -> sheet.add(pages.piece(names, row))));
    }

    private static <T> ResponseEntity<byte[]> file(
            Seen seen, String title, List<ExportColumn<T>> columns, Consumer<SheetWriter<T>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter<T> sheet = SheetWriter.open(out, title, columns)) {
            rows.accept(sheet);
        }
        String name = seen.round().name() + "-" + title + "-第" + seen.round().number() + "版.xlsx";
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(SafeFileName.ofDownload(name), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(out.toByteArray());
    }

    private static @Nullable BigDecimal share(@Nullable BigDecimal percent) {
        return percent == null ? null : percent.movePointLeft(2);
    }
}
