package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.civitas.casework.application.HandleCase;
import org.civitas.casework.application.StepRequest;
import org.civitas.casework.domain.StepFacts;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Every step with a case; the answer is the case after it. {@code version} is what the person saw. */
@RestController
@Tag(name = "casework")
class StepController {

    record StepInput(UUID requestId, int version, @Nullable String words) {

        StepRequest of(UUID caseId) {
            return new StepRequest(caseId, requestId, version);
        }

        String spoken() {
            return Objects.requireNonNullElse(words, "");
        }
    }

    record RefusalInput(
            UUID requestId,
            int version,
            @Nullable String words,
            @Nullable String basis) {}

    record AssignmentInput(
            UUID requestId, int version, @Nullable String words, UUID unitId, OffsetDateTime innerDeadlineAt) {}

    /** @param reference a link or the number of a paper that stands in for a picture */
    record ResultInput(
            UUID requestId,
            int version,
            @Nullable String words,
            @Nullable List<UUID> pictures,
            @Nullable String reference) {

        StepFacts.Mended facts() {
            return new StepFacts.Mended(
                    pictures == null ? List.of() : pictures,
                    Objects.requireNonNullElse(reference, "").strip());
        }

        StepInput step() {
            return new StepInput(requestId, version, words);
        }
    }

    record VerificationInput(
            UUID requestId, int version, @Nullable String words, boolean passed) {}

    record AnnulmentInput(
            UUID requestId, int version, @Nullable String words, HandleCase.Annulment answer) {}

    private final HandleCase cases;
    private final CaseController shown;

    StepController(HandleCase cases, CaseController shown) {
        this.cases = cases;
        this.shown = shown;
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "受理")
    @PostMapping("/api/cases/{id}/acceptances")
    CaseDetailView accept(CurrentUser user, @PathVariable UUID id, @RequestBody StepInput input) {
        cases.accept(user, input.of(id), input.spoken());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "不予受理")
    @PostMapping("/api/cases/{id}/dismissals")
    CaseDetailView dismiss(CurrentUser user, @PathVariable UUID id, @RequestBody StepInput input) {
        cases.dismiss(user, input.of(id), input.spoken());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "改派：收回已交办的案件")
    @PostMapping("/api/cases/{id}/recalls")
    CaseDetailView recall(CurrentUser user, @PathVariable UUID id, @RequestBody StepInput input) {
        cases.recall(user, input.of(id), input.spoken());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_HANDLE)
    @Operation(summary = "签收")
    @PostMapping("/api/cases/{id}/signatures")
    CaseDetailView sign(CurrentUser user, @PathVariable UUID id, @RequestBody StepInput input) {
        cases.sign(user, input.of(id), input.spoken());
        return shown.one(user, id);
    }

    /** After it the unit does not see the case any more, so nothing is answered. */
    @Allow(Permission.CASE_HANDLE)
    @Operation(summary = "退单，须附依据")
    @PostMapping("/api/cases/{id}/refusals")
    void refuse(CurrentUser user, @PathVariable UUID id, @RequestBody RefusalInput input) {
        cases.refuse(
                user,
                new StepRequest(id, input.requestId(), input.version()),
                Objects.requireNonNullElse(input.words(), ""),
                Objects.requireNonNullElse(input.basis(), ""));
    }

    @Allow(Permission.CASE_HANDLE)
    @Operation(summary = "转派给下级单位")
    @PostMapping("/api/cases/{id}/assignments")
    CaseDetailView assign(CurrentUser user, @PathVariable UUID id, @RequestBody AssignmentInput input) {
        cases.assign(
                user,
                new StepRequest(id, input.requestId(), input.version()),
                Objects.requireNonNullElse(input.words(), ""),
                input.unitId(),
                input.innerDeadlineAt().toInstant());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_HANDLE)
    @Operation(summary = "下级单位报送整改结果")
    @PostMapping("/api/cases/{id}/hand-ins")
    CaseDetailView handIn(CurrentUser user, @PathVariable UUID id, @RequestBody ResultInput input) {
        cases.handIn(user, input.step().of(id), input.step().spoken(), input.facts());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_HANDLE)
    @Operation(summary = "退回下级单位")
    @PostMapping("/api/cases/{id}/send-backs")
    CaseDetailView sendBack(CurrentUser user, @PathVariable UUID id, @RequestBody StepInput input) {
        cases.sendBack(user, input.of(id), input.spoken());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_HANDLE)
    @Operation(summary = "提交整改结果，等待核查")
    @PostMapping("/api/cases/{id}/submissions")
    CaseDetailView submit(CurrentUser user, @PathVariable UUID id, @RequestBody ResultInput input) {
        cases.submit(user, input.step().of(id), input.step().spoken(), input.facts());
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_VERIFY)
    @Operation(summary = "核查：通过并销号，或退回返工")
    @PostMapping("/api/cases/{id}/verifications")
    CaseDetailView verify(CurrentUser user, @PathVariable UUID id, @RequestBody VerificationInput input) {
        cases.verify(
                user,
                new StepRequest(id, input.requestId(), input.version()),
                input.passed(),
                Objects.requireNonNullElse(input.words(), ""));
        return shown.one(user, id);
    }

    @Allow(Permission.CASE_ANNUL)
    @Operation(summary = "撤销：一人申请，另一人确认或不同意")
    @PostMapping("/api/cases/{id}/annulments")
    CaseDetailView annul(CurrentUser user, @PathVariable UUID id, @RequestBody AnnulmentInput input) {
        cases.annul(
                user,
                new StepRequest(id, input.requestId(), input.version()),
                input.answer(),
                Objects.requireNonNullElse(input.words(), ""));
        return shown.one(user, id);
    }
}
