package org.civitas.scoring.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.scoring.application.ForecastSight;
import org.civitas.scoring.application.TestForecasts;
import org.civitas.scoring.domain.forecast.BackTest;
import org.civitas.scoring.domain.forecast.BackTest.Tested;
import org.civitas.scoring.persistence.BackTests;
import org.civitas.scoring.web.RoundViews.WorkStartedView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "scoring")
class BackTestController {

    record BackTestOrder(
            @NotNull(message = "请选择测评体系。") UUID editionId,
            @NotBlank(message = "请选择区划。") String areaCode,
            @Nullable Long seed) {}

    /** {@code brier}: 0 is perfect, to be held against {@code plainBrier}. */
    record TestedRoundView(
            UUID roundId,
            String name,
            Instant began,
            BigDecimal mean,
            BigDecimal low,
            BigDecimal high,
            BigDecimal found,
            boolean inside,
            BigDecimal brier,
            BigDecimal plainBrier,
            int judged,
            int known) {}

    /** Items whose predicted probability lies in one tenth: mean prediction and share that passed, in per cent. */
    record BackTestStepView(
            int from,
            int items,
            @Nullable BigDecimal predicted,
            @Nullable BigDecimal passed) {}

    record BackTestView(
            String editionTitle,
            String areaName,
            Instant madeAt,
            String madeBy,
            String seed,
            int draws,
            List<TestedRoundView> rounds,
            int inside,
            @Nullable BigDecimal brier,
            @Nullable BigDecimal plainBrier,
            List<BackTestStepView> steps) {}

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LARGEST_SEED = 1L << 48;

    private final BackTests tests;
    private final TestForecasts testing;

    BackTestController(BackTests tests, TestForecasts testing) {
        this.tests = tests;
        this.testing = testing;
    }

    @Allow(Permission.SCORE_READ)
    @Operation(summary = "最近一次预测回测：每轮测评之前的预测与测出的结果对照")
    @GetMapping("/api/back-tests/newest")
    BackTestView newest(CurrentUser user, @RequestParam UUID editionId, @RequestParam String areaCode) {
        if (!ForecastSight.sees(user) || !user.scope().covers(areaCode)) {
            throw new NotFound("预测回测");
        }
        return tests.newest(editionId, areaCode, user.scope().areaCode())
                .map(BackTestController::view)
                .orElseThrow(() -> new NotFound("预测回测"));
    }

    @Allow(Permission.SCORE_EDIT)
    @Operation(summary = "回测，在后台进行")
    @PostMapping("/api/back-tests")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WorkStartedView test(CurrentUser user, @Valid @RequestBody BackTestOrder order) {
        return new WorkStartedView(testing.start(
                user,
                order.editionId(),
                order.areaCode(),
                order.seed() == null ? RANDOM.nextLong(LARGEST_SEED) : order.seed()));
    }

    private static BackTestView view(BackTests.Stored stored) {
        List<Tested> rounds = stored.rounds();
        long judged = rounds.stream().mapToLong(Tested::judged).sum();
        return new BackTestView(
                stored.editionTitle(),
                stored.areaName(),
                stored.createdAt(),
                stored.createdBy(),
                Long.toString(stored.seed()),
                stored.draws(),
                rounds.stream().map(BackTestController::view).toList(),
                (int) rounds.stream().filter(Tested::inside).count(),
                judged == 0
                        ? null
                        : brier(rounds.stream()
                                        .mapToDouble(t -> t.brier() * t.judged())
                                        .sum()
                                / judged),
                judged == 0
                        ? null
                        : brier(rounds.stream()
                                        .mapToDouble(t -> t.plainBrier() * t.judged())
                                        .sum()
                                / judged),
                steps(rounds));
    }

    private static TestedRoundView view(Tested tested) {
        return new TestedRoundView(
                tested.roundId(),
                tested.name(),
                tested.began(),
                ForecastViews.points(tested.mean()),
                ForecastViews.points(tested.low()),
                ForecastViews.points(tested.high()),
                ForecastViews.points(tested.found()),
                tested.inside(),
                brier(tested.brier()),
                brier(tested.plainBrier()),
                tested.judged(),
                tested.known());
    }

    private static List<BackTestStepView> steps(List<Tested> rounds) {
        List<BackTestStepView> views = new ArrayList<>();
        for (int i = 0; i < BackTest.STEPS; i++) {
            int step = i;
            int items =
                    rounds.stream().mapToInt(t -> t.steps().get(step).items()).sum();
            double predicted = rounds.stream()
                    .mapToDouble(t -> t.steps().get(step).predicted())
                    .sum();
            int passed =
                    rounds.stream().mapToInt(t -> t.steps().get(step).passed()).sum();
            views.add(new BackTestStepView(
                    i * 100 / BackTest.STEPS,
                    items,
                    items == 0 ? null : ForecastViews.percent(predicted / items),
                    items == 0 ? null : ForecastViews.percent(passed / (double) items)));
        }
        return views;
    }

    private static BigDecimal brier(double score) {
        return BigDecimal.valueOf(score).setScale(3, RoundingMode.HALF_UP);
    }
}
