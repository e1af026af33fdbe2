package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.Slice;
import org.civitas.shared.OfficeDay;
import org.civitas.standard.AssignedKind;
import org.civitas.standard.EditionContent;
import org.civitas.standard.application.ChangeDecomposition;
import org.civitas.standard.application.ReadDecomposition;
import org.civitas.standard.domain.DecompositionLines;
import org.civitas.standard.domain.Reassignment;
import org.civitas.standard.persistence.DecompositionTable;
import org.civitas.standard.persistence.DecompositionTable.Change;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.web.DecompositionViews.ChangeView;
import org.civitas.standard.web.DecompositionViews.DecomposedRowView;
import org.civitas.standard.web.DecompositionViews.GapsView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions/{id}/decomposition")
@Tag(name = "standard")
class DecompositionController {

    /** @param seen the number of the last naming that the user saw, as the list gave it */
    record WantedInput(
            @NotNull(message = "缺少对象类别。") AssignedKind kind,
            @NotBlank(message = "缺少对象编码。") String code,
            int seen) {}

    /** Units for many things at once; {@code otherUnitIds} are those to be added, taken away, or to help. */
    record ReassignmentInput(
            @NotNull(message = "请至少选择一项。") @Size(max = 2000, message = "一次最多改 2000 项。")
            List<@Valid @NotNull WantedInput> subjects,

            @NotNull(message = "请选择改法。") Reassignment.Step step,
            @Nullable UUID leadUnitId,

            @Size(max = 50, message = "一次最多选 50 个单位。") @Nullable
            List<@NotNull UUID> otherUnitIds,

            @Nullable LocalDate firstDay,

            @Size(max = 200, message = "依据不超过 200 字。") @Nullable
            String reason) {}

    private final EditionTable editions;
    private final DecompositionTable table;
    private final ReadDecomposition reading;
    private final ChangeDecomposition changing;
    private final DecompositionViews views;
    private final Clock clock;

    DecompositionController(
            EditionTable editions,
            DecompositionTable table,
            ReadDecomposition reading,
            ChangeDecomposition changing,
            DecompositionViews views,
            Clock clock) {
        this.editions = editions;
        this.table = table;
        this.reading = reading;
        this.changing = changing;
        this.views = views;
        this.clock = clock;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "任务分解：测评要求、点位类型或检查项在某日由谁牵头、谁配合")
    @GetMapping
    List<DecomposedRowView> all(
            @PathVariable UUID id,
            @RequestParam AssignedKind kind,
            @RequestParam(required = false) @Nullable LocalDate day) {
        EditionContent content = editions.content(id);
        DecompositionLines lines = table.lines(id);
        return views.rows(content, lines, reading.on(content, lines, dayOr(day)), kind);
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "责任空白：多少标准、要求、点位类型、检查项没有牵头单位")
    @GetMapping("/gaps")
    GapsView gaps(@PathVariable UUID id, @RequestParam(required = false) @Nullable LocalDate day) {
        return GapsView.of(reading.on(id, dayOr(day)).gaps());
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "成批指定、增减牵头单位和配合单位，从某日起")
    @PostMapping("/changes")
    @ResponseStatus(HttpStatus.CREATED)
    ChangeView change(@PathVariable UUID id, @Valid @RequestBody ReassignmentInput input) {
        editions.need(id);
        var how = new Reassignment(
                input.step(), input.leadUnitId(), Objects.requireNonNullElse(input.otherUnitIds(), List.of()));
        var wanted = input.subjects().stream()
                .map(one -> new ChangeDecomposition.Wanted(one.kind(), one.code(), one.seen()))
                .distinct()
                .toList();
        String reason = Objects.requireNonNullElse(input.reason(), "").strip();
        return ChangeView.of(changing.change(id, wanted, how, dayOr(input.firstDay()), reason));
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "任务分解的改动记录，新的在前")
    @GetMapping("/changes")
    Slice<ChangeView> changes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        editions.need(id);
        int size = Slice.limit(limit);
        Cursor cursor = Cursor.read(after, 1);
        List<Change> found = table.changes(id, cursor == null ? Integer.MAX_VALUE : (int) cursor.number(0), size + 1);
        return Slice.of(found, size, change -> Cursor.of(change.number()), null).map(ChangeView::of);
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "整次撤销一次任务分解改动")
    @PostMapping("/changes/{change}/reversals")
    ChangeView undo(@PathVariable UUID id, @PathVariable UUID change) {
        return ChangeView.of(changing.undo(id, change));
    }

    private LocalDate dayOr(@Nullable LocalDate day) {
        return day == null ? OfficeDay.today(clock) : day;
    }
}
