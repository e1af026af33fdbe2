package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.civitas.inspection.PlanKind;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.DataScope;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.scoring.application.CorrectRound;
import org.civitas.scoring.application.CreateRound;
import org.civitas.scoring.application.DiscardRound;
import org.civitas.scoring.application.PublishRound;
import org.civitas.scoring.application.RoundComputation;
import org.civitas.scoring.application.RoundSight;
import org.civitas.scoring.domain.RoundSettings;
import org.civitas.scoring.domain.VisitRule;
import org.civitas.scoring.persistence.RoundQueries;
import org.civitas.scoring.web.RoundViews.RoundCreatedView;
import org.civitas.scoring.web.RoundViews.RoundRowView;
import org.civitas.scoring.web.RoundViews.RoundView;
import org.civitas.scoring.web.RoundViews.WorkStartedView;
import org.civitas.shared.Period;
import org.civitas.shared.Points;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class RoundController {

    record RoundInput(
            @NotBlank(message = "请填写轮次名称。") @Size(max = 80, message = "轮次名称不超过 80 字。")
            String name,

            @NotNull(message = "请选择测评体系。") UUID editionId,
            @NotBlank(message = "请选择测评区划。") String areaCode,
            @NotNull(message = "请选择开始日期。") LocalDate firstDay,
            @NotNull(message = "请选择结束日期。") LocalDate lastDay,
            @NotNull(message = "请选择多次检查的取法。") VisitRule visitRule,
            @NotEmpty(message = "请至少选择一种计入得分的督查方式。") List<PlanKind> kinds,

            @NotNull(message = "请填写最低覆盖率。")
            @DecimalMin(value = "0", message = "最低覆盖率应在 0 到 100 之间。")
            @DecimalMax(value = "100", message = "最低覆盖率应在 0 到 100 之间。")
            BigDecimal minCoverage) {

        RoundSettings settings() {
            return new RoundSettings(
                    editionId,
                    areaCode,
                    new Period(firstDay, lastDay),
                    visitRule,
                    kinds.stream().map(Enum::name).toList(),
                    Points.of(minCoverage.movePointLeft(2)).nanos());
        }
    }

    record PublicationInput(
            @NotNull(message = "缺少版本号，请刷新页面。") Integer revision) {}

    record CorrectionInput(
            @NotBlank(message = "请写明更正的理由。") @Size(max = 500, message = "更正理由不超过 500 字。")
            String reason) {}

    private final RoundQueries queries;
    private final RoundSight sight;
    private final RoundPages pages;
    private final CreateRound creating;
    private final RoundComputation computing;
    private final PublishRound publishing;
    private final CorrectRound correcting;
    private final DiscardRound discarding;

    RoundController(
            RoundQueries queries,
            RoundSight sight,
            RoundPages pages,
            CreateRound creating,
            RoundComputation computing,
            PublishRound publishing,
            CorrectRound correcting,
            DiscardRound discarding) {
        this.queries = queries;
        this.sight = sight;
        this.pages = pages;
        this.creating = creating;
        this.computing = computing;
        this.publishing = publishing;
        this.correcting = correcting;
        this.discarding = discarding;
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "测评轮次列表，时段新的在前；没有组织测评权限的只看已发布的")
    @GetMapping("/api/rounds")
    Slice<RoundRowView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (user.scope() instanceof DataScope.Own) {
            return new Slice<>(List.of(), null, 0L);
        }
        int asked = Slice.limit(limit);
        var rows = queries.list(user.scope().areaCode(), RoundSight.drafts(user), Cursor.read(after, 2), asked);
        return Slice.of(rows, asked, row -> Cursor.of(row.lastDay(), row.id()), null)
                .map(RoundPages::row);
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "新建测评轮次（草稿）")
    @PostMapping("/api/rounds")
    @ResponseStatus(HttpStatus.CREATED)
    RoundCreatedView create(CurrentUser user, @Valid @RequestBody RoundInput input) {
        return new RoundCreatedView(creating.create(user, input.name(), input.settings()));
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "一个测评轮次：得分、覆盖、版本；不指明版本时为已发布的版本，组织测评者看最新版本")
    @GetMapping("/api/rounds/{id}")
    RoundView one(CurrentUser user, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        return pages.page(user, sight.see(user, id, version));
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "计算得分：收集并冻结输入，在后台进行")
    @PostMapping("/api/rounds/{id}/computations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WorkStartedView compute(CurrentUser user, @PathVariable UUID id) {
        return new WorkStartedView(computing.start(user, id));
    }

    @Allow(Permission.SCORE_PUBLISH)
    @Operation(summary = "发布：此后输入和结果不再改动")
    @PostMapping("/api/rounds/{id}/publications")
    RoundView publish(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody PublicationInput input) {
        publishing.publish(user, id, input.revision());
        return one(user, id, null);
    }

    @Allow(Permission.SCORE_PUBLISH)
    @Operation(summary = "更正：写明理由，另立新版；新版发布前原版仍有效")
    @PostMapping("/api/rounds/{id}/corrections")
    @ResponseStatus(HttpStatus.CREATED)
    RoundView correct(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody CorrectionInput input) {
        correcting.correct(user, id, input.reason());
        return one(user, id, null);
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "删除未发布的版本")
    @DeleteMapping("/api/rounds/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(CurrentUser user, @PathVariable UUID id) {
        discarding.discard(user, id);
    }
}
