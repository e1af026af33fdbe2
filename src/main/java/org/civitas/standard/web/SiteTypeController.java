package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.standard.CheckItem;
import org.civitas.standard.Edition;
import org.civitas.standard.SiteKind;
import org.civitas.standard.SiteType;
import org.civitas.standard.application.AddSiteType;
import org.civitas.standard.application.ChangeSiteType;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.persistence.SiteTypeTable;
import org.civitas.standard.persistence.SiteTypeTable.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/site-types")
@Tag(name = "standard")
class SiteTypeController {

    /** @param checkItems how many check items the first edition of the list has for it: one in use, otherwise a draft */
    record SiteTypeView(
            String code, String name, String kind, String kindWord, String route, int checkItems, int version) {}

    record SiteTypeChange(
            @NotBlank(message = "名称不能为空。") @Size(max = 40, message = "名称不能超过 40 字。")
            String name,

            @NotNull(message = "请选择类别。") SiteKind kind,

            @Size(max = 200, message = "走法不能超过 200 字。") @Nullable
            String route,

            @NotNull(message = "缺少版本，请刷新页面。") Integer version) {}

    record NewSiteType(
            @NotBlank(message = "代码不能为空。")
            @Size(max = 12, message = "代码不能超过 12 位。")
            @Pattern(regexp = Tidy.CODE, message = "代码只能用文字、数字、点或连字符。")
            String code,

            @NotBlank(message = "名称不能为空。") @Size(max = 40, message = "名称不能超过 40 字。")
            String name,

            @NotNull(message = "请选择类别。") SiteKind kind,

            @Size(max = 200, message = "走法不能超过 200 字。") @Nullable
            String route) {}

    private final SiteTypeTable types;
    private final EditionTable editions;
    private final AddSiteType adding;
    private final ChangeSiteType changing;

    SiteTypeController(SiteTypeTable types, EditionTable editions, AddSiteType adding, ChangeSiteType changing) {
        this.types = types;
        this.editions = editions;
        this.adding = adding;
        this.changing = changing;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "点位类型，附启用体系（没有启用的则为最新草稿）的检查项数")
    @GetMapping
    List<SiteTypeView> all() {
        Map<String, Long> counts = editions.all().stream()
                .findFirst()
                .map(Edition::id)
                .map(id -> editions.content(id).checkItems().stream()
                        .collect(Collectors.groupingBy(CheckItem::siteTypeCode, Collectors.counting())))
                .orElse(Map.of());
        return types.versioned().stream()
                .map(v -> view(v, counts.getOrDefault(v.type().code(), 0L)))
                .toList();
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "新建点位类型；代码定下后不变")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SiteTypeView add(@Valid @RequestBody NewSiteType form) {
        SiteType type = adding.add(
                new SiteType(Tidy.code(form.code()), Tidy.words(form.name()), form.kind(), Tidy.words(form.route())));
        return view(new Versioned(type, 0), 0);
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "修改点位类型的名称、类别、走法")
    @PutMapping("/{code}")
    SiteTypeView change(@PathVariable String code, @Valid @RequestBody SiteTypeChange change) {
        changing.change(
                new SiteType(code, Tidy.words(change.name()), change.kind(), Tidy.words(change.route())),
                change.version());
        return all().stream().filter(t -> t.code().equals(code)).findFirst().orElseThrow(() -> new NotFound("点位类型"));
    }

    private static SiteTypeView view(Versioned stored, long items) {
        SiteType type = stored.type();
        return new SiteTypeView(
                type.code(),
                type.name(),
                type.kind().name(),
                type.kind().word(),
                type.route(),
                (int) items,
                stored.version());
    }
}
