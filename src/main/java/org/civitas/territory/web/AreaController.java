package org.civitas.territory.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.city.CurrentCity;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.civitas.territory.AreaKind;
import org.civitas.territory.AreaLevel;
import org.civitas.territory.application.AreaCatalogue;
import org.civitas.territory.application.AreaQueries;
import org.civitas.territory.application.AreaQueries.AreaView;
import org.civitas.territory.application.EditArea;
import org.civitas.territory.application.ImportAreaTree;
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
class AreaController {

    record NewAreaInput(
            @NotBlank(message = "请填写区划代码。") String code,

            @NotBlank(message = "请填写名称。") @Size(max = 60, message = "名称不超过 60 字。")
            String name,

            @NotNull(message = "请选择类别。") AreaKind kind) {}

    record AreaChangeInput(
            @NotBlank(message = "请填写名称。") @Size(max = 60, message = "名称不超过 60 字。")
            String name,

            @NotNull(message = "请选择类别。") AreaKind kind,
            int version) {}

    record AreaTreeOrder(@NotBlank(message = "请选择城市。") String cityCode) {}

    record WorkStarted(UUID workId) {}

    /** One node of the tree to choose from. */
    record AreaNodeView(String code, String name, boolean leaf) {}

    record CatalogueCityView(String code, String name, boolean own) {}

    record AreaKindView(AreaKind kind, String label, AreaLevel level, String levelLabel, int digits) {}

    private final AreaQueries areas;
    private final EditArea edit;
    private final ImportAreaTree importTree;
    private final AreaCatalogue catalogue = new AreaCatalogue();

    AreaController(AreaQueries areas, EditArea edit, ImportAreaTree importTree) {
        this.areas = areas;
        this.edit = edit;
        this.importTree = importTree;
    }

    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "区划：不带参数为本人范围的顶级，parent 为其下级，words 为按名称或代码查找")
    @GetMapping("/api/areas")
    List<AreaView> list(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String words,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (words != null && !words.isBlank()) {
            return areas.search(user.scope(), words.strip(), Slice.limit(limit));
        }
        return level(user, parent);
    }

    private List<AreaView> level(CurrentUser user, @Nullable String parent) {
        if (parent == null) {
            return areas.top(user.scope()).map(List::of).orElse(List.of());
        }
        requireInside(user, parent);
        return areas.children(parent);
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "区划选择：逐级的代码与名称，从本人范围的顶级开始")
    @GetMapping("/api/areas/tree")
    List<AreaNodeView> tree(CurrentUser user, @RequestParam(required = false) @Nullable String parent) {
        return level(user, parent == null || parent.isBlank() ? null : parent).stream()
                .map(a -> new AreaNodeView(a.code(), a.name(), a.children() == 0))
                .toList();
    }

    @Allow(Permission.TERRITORY_READ)
    @Operation(summary = "区划类别与级别")
    @GetMapping("/api/areas/kinds")
    List<AreaKindView> kinds() {
        return Arrays.stream(AreaKind.values())
                .map(k -> new AreaKindView(
                        k, k.label(), k.level(), k.level().label(), k.level().digits()))
                .toList();
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "统计区划目录里的城市")
    @GetMapping("/api/areas/catalogue")
    List<CatalogueCityView> catalogue() {
        String own = CurrentCity.required().rootArea();
        return catalogue.cities().stream()
                .map(city -> new CatalogueCityView(
                        city.code(), city.name(), city.code().equals(own)))
                .toList();
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "从统计区划目录导入本市区划，后台进行")
    @PostMapping("/api/areas/imports")
    @ResponseStatus(HttpStatus.ACCEPTED)
    WorkStarted startImport(CurrentUser user, @Valid @RequestBody AreaTreeOrder order) {
        return new WorkStarted(importTree.start(user.scope(), order.cityCode()));
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "一个区划")
    @GetMapping("/api/areas/{code}")
    AreaView one(CurrentUser user, @PathVariable String code) {
        requireInside(user, code);
        return areas.one(code).orElseThrow(() -> new NotFound("区划"));
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "新增区划")
    @PostMapping("/api/areas")
    @ResponseStatus(HttpStatus.CREATED)
    AreaView add(CurrentUser user, @Valid @RequestBody NewAreaInput input) {
        edit.add(user.scope(), input.code().strip(), input.name().strip(), input.kind());
        return areas.one(input.code().strip()).orElseThrow();
    }

    @Allow(Permission.TERRITORY_EDIT)
    @Operation(summary = "修改区划名称和类别")
    @PutMapping("/api/areas/{code}")
    AreaView change(CurrentUser user, @PathVariable String code, @Valid @RequestBody AreaChangeInput input) {
        edit.change(user.scope(), code, input.name().strip(), input.kind(), input.version());
        return areas.one(code).orElseThrow();
    }

    private static void requireInside(CurrentUser user, String code) {
        if (!user.scope().covers(code)) {
            throw new NotFound("区划");
        }
    }
}
