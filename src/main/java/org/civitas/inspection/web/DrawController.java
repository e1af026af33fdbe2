package org.civitas.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.application.DrawQueries;
import org.civitas.inspection.application.DrawQueries.CandidateMatrixView;
import org.civitas.inspection.application.DrawQueries.DrawView;
import org.civitas.inspection.application.DrawQueries.VerificationView;
import org.civitas.inspection.application.DrawSites;
import org.civitas.inspection.domain.Exclusion;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "inspection")
class DrawController {

    record ExclusionForm(
            @NotNull(message = "请选择要排除的点位。") UUID siteId,
            @NotBlank(message = "排除点位须写明理由。") String reason) {}

    /** @param seed empty = made by the system */
    record DrawForm(
            @Nullable String seed,
            @Nullable List<@Valid ExclusionForm> exclusions,
            @Nullable String reason) {}

    private final DrawSites drawing;
    private final DrawQueries queries;

    DrawController(DrawSites drawing, DrawQueries queries) {
        this.drawing = drawing;
        this.queries = queries;
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "可抽点位数（点位类型 × 下级区域）")
    @GetMapping("/api/inspection-candidates")
    CandidateMatrixView candidates(CurrentUser user, @RequestParam String area) {
        return queries.candidates(user, area);
    }

    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "随机抽取点位")
    @PostMapping("/api/inspection-plans/{id}/draws")
    DrawView draw(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody DrawForm form) {
        List<ExclusionForm> exclusions = form.exclusions() == null ? List.of() : form.exclusions();
        drawing.draw(
                user,
                id,
                orEmpty(form.seed()),
                exclusions.stream()
                        .map(e -> new Exclusion(e.siteId(), e.reason()))
                        .toList(),
                orEmpty(form.reason()));
        return queries.ofPlan(user, id).getFirst();
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ})
    @Operation(summary = "抽取记录")
    @GetMapping("/api/inspection-plans/{id}/draws")
    List<DrawView> draws(CurrentUser user, @PathVariable UUID id) {
        return queries.ofPlan(user, id);
    }

    @Allow({Permission.INSPECTION_PLAN, Permission.INSPECTION_READ})
    @Operation(summary = "重抽验证")
    @PostMapping("/api/inspection-plans/{id}/draws/{draw}/verifications")
    VerificationView verify(CurrentUser user, @PathVariable UUID id, @PathVariable UUID draw) {
        return queries.verify(user, id, draw);
    }

    @Exports("draw-candidates")
    @Allow(Permission.INSPECTION_PLAN)
    @Operation(summary = "候选名单原文")
    @GetMapping(value = "/api/inspection-plans/{id}/draws/{draw}/candidates", produces = "text/plain;charset=UTF-8")
    ResponseEntity<String> candidateText(CurrentUser user, @PathVariable UUID id, @PathVariable UUID draw) {
        String disposition = ContentDisposition.attachment()
                .filename("candidates.txt")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .body(queries.candidateText(user, id, draw));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
