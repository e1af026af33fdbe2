package org.civitas.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.casework.Cases;
import org.civitas.insight.application.DutyRow;
import org.civitas.insight.application.StandardLine;
import org.civitas.insight.application.UnitAnswering;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Slice;
import org.civitas.site.UnitSites;
import org.civitas.territory.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a unit answers for: its own people see theirs, an office every unit of its area. */
@RestController
@RequestMapping("/api/units/{id}/answering")
@Tag(name = "insight")
class UnitAnsweringController {

    record RoleCountView(int lead, int helping) {}

    record CaseCountView(long lead, long helping, long near, long overdue) {}

    /** @param cases null for who may not see cases */
    record UnitAnsweringView(
            UUID unitId,
            String unitName,
            String unitKind,
            RoleCountView requirements,
            RoleCountView siteTypes,
            RoleCountView checkItems,
            long sites,
            int duties,
            @Nullable CaseCountView cases) {}

    record StandardLineView(
            UUID editionId,
            String edition,
            String kind,
            String kindWord,
            String code,
            String name,
            String group,
            String method,
            @Nullable BigDecimal full,
            String role,
            @Nullable String lead,
            List<String> cos,
            String evidence,
            boolean own,
            @Nullable LocalDate since) {
        static StandardLineView of(StandardLine line) {
            return new StandardLineView(
                    line.editionId(),
                    line.edition(),
                    line.kind(),
                    line.kindWord(),
                    line.code(),
                    line.name(),
                    line.group(),
                    line.method(),
                    line.full(),
                    line.role(),
                    line.lead(),
                    line.cos(),
                    line.evidence(),
                    line.own(),
                    line.since());
        }
    }

    record DutyRowView(
            String kind,
            String target,
            String role,
            @Nullable String lead,
            List<String> cos,
            @Nullable LocalDate firstDay,
            @Nullable LocalDate lastDay,
            String source) {
        static DutyRowView of(DutyRow row) {
            return new DutyRowView(
                    row.kind(),
                    row.target(),
                    row.role(),
                    row.lead(),
                    row.cos(),
                    row.firstDay(),
                    row.lastDay(),
                    row.source());
        }
    }

    private final UnitAnswering answering;

    UnitAnsweringController(UnitAnswering answering) {
        this.answering = answering;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "一个单位负责什么：标准、点位、问题、责任各有多少")
    @GetMapping
    UnitAnsweringView overview(CurrentUser user, @PathVariable UUID id) {
        Unit unit = answering.visible(user, id);
        List<StandardLine> lines = answering.standards(id);
        Cases.UnitLoad load = answering.caseLoad(user, id);
        return new UnitAnsweringView(
                id,
                unit.name(),
                unit.kind().name(),
                roles(lines, "REQUIREMENT"),
                roles(lines, "SITE_TYPE"),
                roles(lines, "CHECK_ITEM"),
                answering.siteCount(user, id),
                answering.duties(id).size(),
                load == null ? null : new CaseCountView(load.lead(), load.helping(), load.near(), load.overdue()));
    }

    private static RoleCountView roles(List<StandardLine> lines, String kind) {
        List<StandardLine> some =
                lines.stream().filter(line -> line.kind().equals(kind)).toList();
        int lead = (int) some.stream().filter(StandardLine::leads).count();
        return new RoleCountView(lead, some.size() - lead);
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "标准清单：单位牵头或配合的测评要求、点位类型、检查项")
    @GetMapping("/standards")
    List<StandardLineView> standards(CurrentUser user, @PathVariable UUID id) {
        answering.visible(user, id);
        return answering.standards(id).stream().map(StandardLineView::of).toList();
    }

    @Allow(Permission.SITE_READ)
    @Operation(summary = "点位清单：单位负责的点位和为何负责")
    @GetMapping("/sites")
    Slice<UnitSites.Line> sites(
            CurrentUser user,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        answering.visible(user, id);
        return answering.sites(user, id, after, Slice.limit(limit));
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "责任清单：谁牵头、谁配合、从哪天起")
    @GetMapping("/duties")
    List<DutyRowView> duties(CurrentUser user, @PathVariable UUID id) {
        answering.visible(user, id);
        return answering.duties(id).stream().map(DutyRowView::of).toList();
    }
}
