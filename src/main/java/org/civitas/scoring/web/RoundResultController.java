package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.scoring.application.AreaTree;
import org.civitas.scoring.application.RoundSight;
import org.civitas.scoring.application.RoundSight.Seen;
import org.civitas.scoring.persistence.LossQueries;
import org.civitas.scoring.persistence.LossQueries.Dimension;
import org.civitas.scoring.persistence.LossQueries.Filter;
import org.civitas.scoring.persistence.LossQueries.PieceRow;
import org.civitas.scoring.web.RoundViews.AreaScoreView;
import org.civitas.scoring.web.RoundViews.CoveredAreaView;
import org.civitas.scoring.web.RoundViews.LossesView;
import org.civitas.scoring.web.RoundViews.PieceView;
import org.civitas.scoring.web.RoundViews.RequirementView;
import org.civitas.scoring.web.RoundViews.SiteEvidenceView;
import org.civitas.scoring.web.RoundViews.TreeView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class RoundResultController {

    private final RoundSight sight;
    private final AreaTree trees;
    private final LossQueries losses;
    private final ResultPages pages;
    private final Evidence evidence;
    private final CoveredAreas covered;

    RoundResultController(
            RoundSight sight,
            AreaTree trees,
            LossQueries losses,
            ResultPages pages,
            Evidence evidence,
            CoveredAreas covered) {
        this.sight = sight;
        this.trees = trees;
        this.losses = losses;
        this.pages = pages;
        this.evidence = evidence;
        this.covered = covered;
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "得分树：每个节点、标准、要求的得分、已测、满分、失分；可只看一片区划")
    @GetMapping("/api/rounds/{id}/tree")
    TreeView tree(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String area) {
        Seen seen = sight.see(user, id, version).needsWholeArea();
        return pages.tree(seen.round(), trees.of(seen.round(), seen.narrowed(area)));
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "一项要求的点位类型与点位得分率，得分率低的在前，最多 500 个点位")
    @GetMapping("/api/rounds/{id}/requirements/{code}")
    RequirementView requirement(
            CurrentUser user,
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String area,
            @RequestParam(required = false) @Nullable String type) {
        Seen seen = sight.see(user, id, version).needsWholeArea();
        return pages.requirement(seen, code, seen.narrowed(area), type);
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "失分归集：按条、块、区县、街道、点位类型、标准、检查项或点位，合计等于失分")
    @GetMapping("/api/rounds/{id}/losses")
    LossesView losses(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam Dimension by,
            LossParameters parameters,
            @RequestParam(required = false) @Nullable Integer version) {
        Seen seen = sight.see(user, id, version);
        return pages.losses(seen, by, parameters.filter(seen));
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "失分明细：每一份失分的标准、检查项、点位、单位，大的在前")
    @GetMapping("/api/rounds/{id}/pieces")
    Slice<PieceView> pieces(
            CurrentUser user,
            @PathVariable UUID id,
            LossParameters parameters,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Seen seen = sight.see(user, id, version);
        Filter filter = parameters.filter(seen);
        int asked = Slice.limit(limit);
        List<PieceRow> rows = losses.pieces(filter, Cursor.read(after, 2), asked);
        ResultPages.Names names = pages.names(seen.round().versionId());
        return Slice.of(rows, asked, row -> Cursor.of(row.points(), row.number()), losses.count(filter))
                .map(row -> pages.piece(names, row));
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "一个点位在本轮的观察、照片及其失分，可只看一项要求")
    @GetMapping("/api/rounds/{id}/sites/{siteId}")
    SiteEvidenceView site(
            CurrentUser user,
            @PathVariable UUID id,
            @PathVariable UUID siteId,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String requirement) {
        return evidence.atSite(sight.see(user, id, version), siteId, requirement);
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "各区划得分（level 为 COUNTY 或 STREET），按代码排列")
    @GetMapping("/api/rounds/{id}/areas")
    List<AreaScoreView> areas(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "COUNTY") AreaLevelParameter level,
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String area) {
        Seen seen = sight.see(user, id, version).needsWholeArea();
        String within = seen.narrowed(area);
        return pages.areas(seen, level.digits, within == null ? seen.round().areaCode() : within);
    }

    /** Of which level areas are asked for. */
    enum AreaLevelParameter {
        COUNTY(6),
        STREET(9);

        private final int digits;

        AreaLevelParameter(int digits) {
            this.digits = digits;
        }
    }

    @Allow(Permission.COVERAGE_READ)
    @Operation(summary = "本人包联片区在本轮的情况，按区划代码排列")
    @GetMapping("/api/rounds/{id}/covered-areas")
    List<CoveredAreaView> covered(CurrentUser user, @PathVariable UUID id) {
        return covered.of(user, sight.see(user, id, null));
    }
}
