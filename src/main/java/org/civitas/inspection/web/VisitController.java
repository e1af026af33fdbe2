package org.civitas.inspection.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.application.SubmitVisit;
import org.civitas.inspection.application.SubmitVisit.Receipt;
import org.civitas.inspection.application.VisitQueries;
import org.civitas.inspection.application.VisitQueries.VisitPageView;
import org.civitas.inspection.application.VisitQueries.VisitView;
import org.civitas.inspection.domain.VisitSubmission;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/visits")
@Tag(name = "inspection")
class VisitController {

    /** @param taskId null for daily patrol */
    record VisitForm(
            @NotNull(message = "检查缺少标识。") UUID id,
            @Nullable UUID taskId,
            @NotNull(message = "检查缺少点位。") UUID siteId,
            @NotNull(message = "检查缺少开始时间。") Instant startedAt,
            @NotNull(message = "检查缺少结束时间。") Instant endedAt,
            @Nullable String remark,
            @NotNull(message = "检查缺少记录。") List<@Valid ObservationForm> observations) {

        VisitSubmission submission() {
            return new VisitSubmission(
                    id,
                    taskId,
                    siteId,
                    startedAt,
                    endedAt,
                    remark == null ? "" : remark,
                    observations.stream().map(ObservationForm::entry).toList());
        }
    }

    record ReceiptView(UUID visitId, Instant receivedAt, int observations, long findings, boolean again) {}

    private final SubmitVisit submitting;
    private final VisitQueries queries;

    VisitController(SubmitVisit submitting, VisitQueries queries) {
        this.submitting = submitting;
        this.queries = queries;
    }

    @Allow(Permission.INSPECTION_PERFORM)
    @Operation(summary = "提交检查（重复提交只存一次）")
    @PostMapping
    ReceiptView submit(CurrentUser user, @Valid @RequestBody VisitForm form) {
        Receipt receipt = submitting.submit(user, form.submission());
        return new ReceiptView(
                receipt.visitId(), receipt.receivedAt(), receipt.observations(), receipt.failed(), receipt.again());
    }

    @Allow(Permission.INSPECTION_PERFORM)
    @Operation(summary = "我提交的检查")
    @GetMapping("/mine")
    List<VisitView> mine(CurrentUser user) {
        return queries.mine(user);
    }

    @Allow({Permission.INSPECTION_PERFORM, Permission.INSPECTION_PLAN})
    @Operation(summary = "一次检查及其记录")
    @GetMapping("/{id}")
    VisitPageView one(CurrentUser user, @PathVariable UUID id) {
        return queries.page(user, id);
    }
}
