package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.scoring.application.CompareRounds;
import org.civitas.scoring.web.ComparisonViews.ComparisonView;
import org.civitas.scoring.web.ComparisonViews.CriterionReasonsView;
import org.civitas.scoring.web.RoundViews.RoundRowView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class ComparisonController {

    private static final int MOST_ROUNDS = 60;

    private final CompareRounds comparing;
    private final ComparisonPages pages;

    ComparisonController(CompareRounds comparing, ComparisonPages pages) {
        this.comparing = comparing;
        this.pages = pages;
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "与另一轮对比：得分率的变化由哪些项目和标准的表现、由测评范围的变化造成，合计等于变化；不写 with 则与上一轮比")
    @GetMapping("/api/rounds/{id}/comparison")
    ComparisonView compare(
            CurrentUser user, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID with) {
        return pages.page(comparing.compare(user, id, with));
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "一条标准为什么变化：点位类型、检查项、两轮都测过的点位")
    @GetMapping("/api/rounds/{id}/comparison/{criterion}")
    CriterionReasonsView reasons(
            CurrentUser user,
            @PathVariable UUID id,
            @PathVariable String criterion,
            @RequestParam(required = false) @Nullable UUID with) {
        return pages.reasons(comparing.compare(user, id, with), criterion);
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "可与本轮对比的轮次：同一区划、同一测评体系的各个版本，新的在前，最多 60 轮")
    @GetMapping("/api/rounds/{id}/comparable-rounds")
    List<RoundRowView> comparable(CurrentUser user, @PathVariable UUID id) {
        return comparing.comparable(user, id, MOST_ROUNDS).stream()
                .map(RoundPages::row)
                .toList();
    }
}
