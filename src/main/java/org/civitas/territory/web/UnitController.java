package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.territory.Unit;
import org.civitas.territory.UnitKind;
import org.civitas.territory.Units;
import org.civitas.territory.application.EditUnit;
import org.civitas.territory.application.EditUnit.UnitFacts;
import org.civitas.territory.application.UnitQueries;
import org.civitas.territory.application.UnitQueries.UnitView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "territory")
class UnitController {

    record UnitInput(
            @NotBlank(message = "请填写单位代码。")
            @Pattern(regexp = "[\\p{L}\\p{N}._/-]{1,30}", message = "单位代码应为不超过 30 位的字母、数字或 . - _ /。")
            String code,

            @NotBlank(message = "请填写单位名称。") @Size(max = 60, message = "单位名称不超过 60 字。")
            String name,

            @NotNull(message = "请选择条或块。") UnitKind kind,
            @NotBlank(message = "请选择所在区划。") String areaCode,
            @Nullable UUID parentId,
            @Nullable Boolean active,
            @Nullable Integer version) {

        UnitFacts facts() {
            return new UnitFacts(code.strip(), name.strip(), kind, areaCode, parentId, !Boolean.FALSE.equals(active));
        }
    }

    /** A unit to choose from. */
    record UnitOptionView(UUID id, String code, String name, UnitKind kind, String areaCode) {

        static UnitOptionView of(Unit unit) {
            return new UnitOptionView(unit.id(), unit.code(), unit.name(), unit.kind(), unit.areaCode());
        }
    }

    private final UnitQueries queries;
    private final Units units;
    private final EditUnit edit;

    UnitController(UnitQueries queries, Units units, EditUnit edit) {
        this.queries = queries;
        this.units = units;
        this.edit = edit;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "单位名录（全市），query 为名称或代码的一部分")
    @GetMapping("/api/units")
    Slice<UnitView> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable UnitKind kind,
            @RequestParam(required = false) @Nullable String areaCode,
            @RequestParam(required = false) @Nullable UUID parentId,
            @RequestParam(required = false) @Nullable Boolean active,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new UnitQueries.Filter(query, kind, areaCode, parentId, active);
        return queries.list(filter, after, Slice.limit(limit));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "直属下级单位，转派时选择")
    @GetMapping("/api/units/{id}/sub-units")
    List<UnitOptionView> subUnits(@PathVariable UUID id) {
        if (units.byId(id).isEmpty()) {
            throw new NotFound("单位");
        }
        return units.subUnits(id).stream().map(UnitOptionView::of).toList();
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "一个单位")
    @GetMapping("/api/units/{id}")
    UnitView one(@PathVariable UUID id) {
        return queries.one(id).orElseThrow(() -> new NotFound("单位"));
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "新增单位")
    @PostMapping("/api/units")
    @ResponseStatus(HttpStatus.CREATED)
    UnitView add(CurrentUser user, @Valid @RequestBody UnitInput input) {
        return queries.one(edit.add(user.scope(), input.facts())).orElseThrow();
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "修改单位")
    @PutMapping("/api/units/{id}")
    UnitView change(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody UnitInput input) {
        edit.change(user.scope(), id, input.facts(), input.version() == null ? 0 : input.version());
        return queries.one(id).orElseThrow();
    }
}
