package org.civitas.standard.web;

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
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.standard.Aspect;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.ObservationKind;
import org.civitas.standard.UsualFault;
import org.civitas.standard.application.ChangeCheckItem;
import org.civitas.standard.persistence.CheckItemTable;
import org.civitas.standard.persistence.EditionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions/{id}/check-items")
@Tag(name = "standard")
class CheckItemController {

    record UsualFaultView(
            @NotBlank(message = "常见问题不能为空。") @Size(max = 100, message = "常见问题不能超过 100 字。")
            String text,

            @NotBlank(message = "问题类型不能为空。") @Size(max = 40, message = "问题类型不能超过 40 字。")
            String caseType) {}

    record CheckItemView(
            String code,
            String siteTypeCode,
            String aspect,
            String text,
            String kind,
            String kindWord,
            @Nullable String unit,
            List<String> grades,
            String look,
            String exemption,
            List<UsualFaultView> faults,
            boolean pictureNeeded,
            List<String> requirementCodes) {
        static CheckItemView of(CheckItem i) {
            return new CheckItemView(
                    i.code(),
                    i.siteTypeCode(),
                    i.aspect().word(),
                    i.text(),
                    i.kind().name(),
                    i.kind().word(),
                    i.unit(),
                    i.grades(),
                    i.look(),
                    i.exemption(),
                    i.faults().stream()
                            .map(f -> new UsualFaultView(f.text(), f.caseType()))
                            .toList(),
                    i.pictureNeeded(),
                    i.requirementCodes());
        }
    }

    /**
     * A check item as an editor left it; kind, unit, grades and what it serves stay as they are when they are missing.
     *
     * @param revision the revision of the edition that the user saw
     */
    record CheckItemForm(
            @NotBlank(message = "检查内容不能为空。") @Size(max = 300, message = "检查内容不能超过 300 字。")
            String text,

            @Nullable ObservationKind kind,

            @Size(max = 10, message = "单位不能超过 10 字。") @Nullable
            String unit,

            @Size(max = 4, message = "等级说明最多 4 级。") @Nullable
            List<
                            @NotBlank(message = "等级说明不能为空。") @Size(max = 200, message = "等级说明不能超过 200 字。")
                            @Pattern(regexp = "[^\\r\\n]*", message = "等级说明不能换行。") String>
                    grades,

            @Size(max = 300, message = "“怎么看”不能超过 300 字。") @Nullable
            String look,

            @Size(max = 300, message = "不计情形不能超过 300 字。") @Nullable
            String exemption,

            @NotNull(message = "缺少常见问题。") @Size(max = 12, message = "常见问题最多 12 条。")
            List<@NotNull(message = "常见问题不能有空行。") @Valid UsualFaultView> faults,

            boolean pictureNeeded,

            @Size(max = 50, message = "服务要求最多 50 项。") @Nullable
            List<
                            @NotBlank(message = "服务要求不能为空。") @Size(max = 40, message = "服务要求不能超过 40 位。")
                            @Pattern(regexp = Tidy.CODE, message = "服务要求只能用文字、数字、点或连字符。") String>
                    requirementCodes,

            @NotNull(message = "缺少修改次数，请刷新页面。") Integer revision) {

        /** @param before what stays where the form says nothing */
        CheckItem item(CheckItem before) {
            ObservationKind now = kind == null ? before.kind() : kind;
            boolean measured = now == ObservationKind.COUNT || now == ObservationKind.FIGURE;
            return new CheckItem(
                    before.code(),
                    before.siteTypeCode(),
                    before.aspect(),
                    Tidy.words(text),
                    now,
                    measured ? Tidy.wordsOrNull(unit == null ? before.unit() : unit) : null,
                    now != ObservationKind.GRADE
                            ? List.of()
                            : grades == null
                                    ? before.grades()
                                    : grades.stream().map(Tidy::words).toList(),
                    Tidy.words(look),
                    Tidy.words(exemption),
                    faults.stream()
                            .map(f -> new UsualFault(Tidy.words(f.text()), Tidy.words(f.caseType())))
                            .toList(),
                    pictureNeeded,
                    requirementCodes == null ? before.requirementCodes() : Tidy.codes(requirementCodes));
        }
    }

    /** A new check item. */
    record NewCheckItem(
            @NotBlank(message = "编码不能为空。")
            @Size(max = 40, message = "编码不能超过 40 位。")
            @Pattern(regexp = Tidy.CODE, message = "编码只能用文字、数字、点或连字符。")
            String code,

            @NotBlank(message = "请选择点位类型。") @Size(max = 12, message = "点位类型代码不能超过 12 位。")
            String siteTypeCode,

            @NotNull(message = "请选择考察方面。") Aspect aspect,
            @NotNull(message = "缺少检查项内容。") @Valid CheckItemForm item) {

        CheckItem checkItem() {
            CheckItem blank = new CheckItem(
                    Tidy.code(code),
                    Tidy.code(siteTypeCode),
                    aspect,
                    "",
                    ObservationKind.PASS,
                    null,
                    List.of(),
                    "",
                    "",
                    List.of(),
                    true,
                    List.of());
            return item.item(blank);
        }
    }

    private final EditionTable editions;
    private final CheckItemTable items;
    private final ChangeCheckItem changing;

    CheckItemController(EditionTable editions, CheckItemTable items, ChangeCheckItem changing) {
        this.editions = editions;
        this.items = items;
        this.changing = changing;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "检查项；可按点位类型、测评要求或文字筛选")
    @GetMapping
    List<CheckItemView> all(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String siteType,
            @RequestParam(required = false) @Nullable String requirement,
            @RequestParam(required = false) @Nullable String q) {
        EditionContent content = editions.content(id);
        return content.checkItems().stream()
                .filter(i -> siteType == null || i.siteTypeCode().equals(siteType))
                .filter(i -> requirement == null || i.requirementCodes().contains(requirement))
                .filter(i -> q == null || q.isBlank() || mentions(i, q.strip()))
                .map(CheckItemView::of)
                .toList();
    }

    private static boolean mentions(CheckItem item, String words) {
        return item.code().contains(words)
                || item.text().contains(words)
                || item.exemption().contains(words)
                || item.faults().stream()
                        .anyMatch(f -> f.text().contains(words) || f.caseType().contains(words));
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "一个检查项")
    @GetMapping("/{code}")
    CheckItemView one(@PathVariable UUID id, @PathVariable String code) {
        return CheckItemView.of(items.find(id, code).orElseThrow(() -> new NotFound("检查项")));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "在编制中的体系里新增检查项")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CheckItemView add(@PathVariable UUID id, @Valid @RequestBody NewCheckItem form) {
        return CheckItemView.of(changing.add(id, form.checkItem(), form.item().revision()));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "修改编制中体系的检查项；编码、点位类型、考察方面不变")
    @PutMapping("/{code}")
    CheckItemView change(@PathVariable UUID id, @PathVariable String code, @Valid @RequestBody CheckItemForm form) {
        CheckItem before = items.find(id, code).orElseThrow(() -> new NotFound("检查项"));
        return CheckItemView.of(changing.change(id, form.item(before), form.revision()));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "从编制中的体系里删去检查项")
    @DeleteMapping("/{code}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, @PathVariable String code, @RequestParam int revision) {
        changing.remove(id, code, revision);
    }
}
