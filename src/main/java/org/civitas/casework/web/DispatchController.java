package org.civitas.casework.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.civitas.calendar.LimitUnit;
import org.civitas.calendar.TimeLimit;
import org.civitas.casework.application.HandleCase;
import org.civitas.casework.application.ProposeDispatch;
import org.civitas.casework.application.StepRequest;
import org.civitas.casework.domain.CaseState;
import org.civitas.casework.domain.DispatchProposal;
import org.civitas.casework.domain.StepFacts;
import org.civitas.casework.persistence.CaseLists;
import org.civitas.casework.persistence.CaseLists.Order;
import org.civitas.casework.persistence.CaseRow;
import org.civitas.casework.persistence.CaseScope;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.BadInput;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.shared.RuleViolation;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The dispatch desk: what waits, where it should go and why, and many at once. */
@RestController
@Tag(name = "casework")
class DispatchController {

    private static final int MOST_AT_ONCE = 200;

    record LimitView(int amount, LimitUnit unit, String words) {}

    /** @param unitId null when nothing speaks for a unit */
    record DispatchPlanView(
            CaseView file,
            @Nullable UUID unitId,
            @Nullable String unitName,
            @Nullable String ground,
            @Nullable String reason,
            LimitView limit,
            boolean pictureNeeded,
            boolean ruling) {}

    record DispatchInput(
            UUID requestId,
            int version,
            @Nullable String words,
            UUID leadUnitId,
            @Nullable List<UUID> coUnitIds,
            int limitAmount,
            LimitUnit limitUnit,
            @Nullable Boolean ruling,
            boolean pictureNeeded) {

        StepFacts.Dispatched order() {
            return new StepFacts.Dispatched(
                    leadUnitId,
                    coUnitIds == null ? List.of() : coUnitIds,
                    new TimeLimit(limitAmount, limitUnit),
                    Boolean.TRUE.equals(ruling),
                    pictureNeeded);
        }
    }

    record BulkItem(UUID caseId, DispatchInput dispatch) {}

    record BulkInput(List<BulkItem> items) {}

    /** @param fault null: dispatched */
    record BulkResultView(UUID caseId, @Nullable String fault) {}

    private final CaseLists lists;
    private final ProposeDispatch propose;
    private final HandleCase cases;
    private final CaseController shown;
    private final CaseViews views;
    private final Units units;

    DispatchController(
            CaseLists lists,
            ProposeDispatch propose,
            HandleCase cases,
            CaseController shown,
            CaseViews views,
            Units units) {
        this.lists = lists;
        this.propose = propose;
        this.cases = cases;
        this.shown = shown;
        this.views = views;
        this.units = units;
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "待交办的案件和交办建议，先发现的在前")
    @GetMapping("/api/case-dispatch-plans")
    Slice<DispatchPlanView> waiting(
            CurrentUser user,
            @ModelAttribute CaseQuery query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var page = lists.page(
                query.filter().inStates(CaseState.ACCEPTED),
                CaseScope.of(user),
                Order.OLDEST,
                Slice.limit(limit),
                after);
        return new Slice<>(plans(page.items(), user), page.next(), page.total());
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "一个案件的交办建议")
    @GetMapping("/api/cases/{id}/dispatch-plan")
    DispatchPlanView plan(CurrentUser user, @PathVariable UUID id) {
        CaseRow row = lists.byId(id, CaseScope.of(user)).orElseThrow(() -> new NotFound("问题"));
        return plans(List.of(row), user).getFirst();
    }

    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "交办")
    @PostMapping("/api/cases/{id}/dispatches")
    CaseDetailView dispatch(CurrentUser user, @PathVariable UUID id, @RequestBody DispatchInput input) {
        give(user, id, input);
        return shown.one(user, id);
    }

    /** Each case on its own: one that can not be dispatched says why and does not hold up the others. */
    @Allow(Permission.CASE_COORDINATE)
    @Operation(summary = "批量交办，逐件给出结果")
    @PostMapping("/api/case-dispatches")
    List<BulkResultView> dispatchMany(CurrentUser user, @RequestBody BulkInput input) {
        if (input.items().isEmpty()) {
            throw new BadInput("items", "请至少选择一件要交办的问题。");
        }
        if (input.items().size() > MOST_AT_ONCE) {
            throw new BadInput("items", "一次最多交办 " + MOST_AT_ONCE + " 件，请分批交办。");
        }
        List<BulkResultView> results = new ArrayList<>();
        for (BulkItem item : input.items()) {
            results.add(new BulkResultView(item.caseId(), fault(user, item)));
        }
        return results;
    }

    private @Nullable String fault(CurrentUser user, BulkItem item) {
        try {
            give(user, item.caseId(), item.dispatch());
            return null;
        } catch (RuleViolation | Conflict | NotFound refused) {
            return Objects.requireNonNullElse(refused.getMessage(), "没有交办成功。");
        }
    }

    private void give(CurrentUser user, UUID id, DispatchInput input) {
        cases.dispatch(
                user,
                new StepRequest(id, input.requestId(), input.version()),
                Objects.requireNonNullElse(input.words(), ""),
                input.order());
    }

    private List<DispatchPlanView> plans(List<CaseRow> rows, CurrentUser user) {
        List<ProposeDispatch.Plan> plans = propose.plansFor(rows);
        List<CaseView> files = views.lines(rows, user);
        var names = units.byIds(plans.stream()
                .flatMap(plan -> plan.proposal().map(DispatchProposal::unitId).stream())
                .toList());
        List<DispatchPlanView> found = new ArrayList<>();
        for (int i = 0; i < plans.size(); i++) {
            ProposeDispatch.Plan plan = plans.get(i);
            Optional<DispatchProposal> proposal = plan.proposal().filter(each -> names.containsKey(each.unitId()));
            found.add(new DispatchPlanView(
                    files.get(i),
                    proposal.map(DispatchProposal::unitId).orElse(null),
                    proposal.map(each -> Objects.requireNonNull(names.get(each.unitId()))
                                    .name())
                            .orElse(null),
                    proposal.map(each -> each.ground().name()).orElse(null),
                    proposal.map(DispatchProposal::reason).orElse(null),
                    new LimitView(
                            plan.limit().amount(),
                            plan.limit().unit(),
                            plan.limit().words()),
                    plan.pictureNeeded(),
                    plan.ruling()));
        }
        return found;
    }
}
