package org.civitas.bulletin.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.civitas.bulletin.application.AddScheme;
import org.civitas.bulletin.domain.Indicator;
import org.civitas.bulletin.domain.RankingScheme;
import org.civitas.bulletin.persistence.SchemeTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.scoring.PublishedRound;
import org.civitas.scoring.Scores;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "bulletin")
class RankingSchemeController {

    record ItemView(String indicator, String word, String definition, int weight) {}

    record SchemeView(UUID id, String name, int edition, int leastDue, List<ItemView> items) {

        static SchemeView of(SchemeTable.Stored stored) {
            RankingScheme scheme = stored.scheme();
            return new SchemeView(
                    stored.id(),
                    scheme.name(),
                    scheme.edition(),
                    scheme.leastDue(),
                    scheme.items().stream()
                            .map(item -> new ItemView(
                                    item.indicator().name(),
                                    item.indicator().word(),
                                    item.indicator().definition(),
                                    item.weight()))
                            .toList());
        }
    }

    record IndicatorView(String code, String word, String definition) {}

    @Schema(name = "BulletinRoundView")
    record RoundView(
            UUID id, String name, String areaName, LocalDate periodFirst, LocalDate periodLast, Instant publishedAt) {

        static RoundView of(PublishedRound round) {
            return new RoundView(
                    round.roundId(),
                    round.name(),
                    round.areaName(),
                    round.period().first(),
                    round.period().last(),
                    round.publishedAt());
        }
    }

    record ItemForm(@NotNull(message = "请选择指标。") Indicator indicator, int weight) {}

    record SchemeForm(
            @NotBlank(message = "请填写排名办法的名称。") @Size(max = 40, message = "名称不超过 40 个字。")
            String name,

            int leastDue,
            @NotEmpty(message = "请至少选择一个指标。") @Valid List<ItemForm> items) {}

    record SchemeId(UUID id) {}

    private final SchemeTable schemes;
    private final AddScheme adding;
    private final Scores scores;

    RankingSchemeController(SchemeTable schemes, AddScheme adding, Scores scores) {
        this.schemes = schemes;
        this.adding = adding;
        this.scores = scores;
    }

    @Allow({Permission.BULLETIN_READ, Permission.BULLETIN_EDIT})
    @Operation(summary = "排名办法的各版，最新的在前")
    @GetMapping("/api/ranking-schemes")
    List<SchemeView> all() {
        return schemes.all().stream().map(SchemeView::of).toList();
    }

    @Allow({Permission.BULLETIN_READ, Permission.BULLETIN_EDIT})
    @Operation(summary = "可用于排名的指标及其口径")
    @GetMapping("/api/ranking-indicators")
    List<IndicatorView> indicators() {
        return Arrays.stream(Indicator.values())
                .map(one -> new IndicatorView(one.name(), one.word(), one.definition()))
                .toList();
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "新增一版排名办法；用过的版本不变")
    @PostMapping("/api/ranking-schemes")
    SchemeId add(@Valid @RequestBody SchemeForm form) {
        List<RankingScheme.Item> items = form.items().stream()
                .map(item -> new RankingScheme.Item(item.indicator(), item.weight()))
                .toList();
        return new SchemeId(adding.add(new RankingScheme(form.name().strip(), 1, form.leastDue(), items)));
    }

    @Allow(Permission.BULLETIN_EDIT)
    @Operation(summary = "可用于通报的已发布测评轮次")
    @GetMapping("/api/bulletins/rounds")
    List<RoundView> rounds(CurrentUser user) {
        return scores.published(user.scope().areaCode(), 50).stream()
                .map(RoundView::of)
                .toList();
    }
}
