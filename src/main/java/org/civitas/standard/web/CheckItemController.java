package org.civitas.standard.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.NotFound;
import org.civitas.standard.CheckItem;
import org.civitas.standard.EditionContent;
import org.civitas.standard.UsualFault;
import org.civitas.standard.application.RewordCheckItem;
import org.civitas.standard.persistence.CheckItemTable;
import org.civitas.standard.persistence.EditionTable;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** The new words of a check item and the revision of the edition that the user saw. */
    record Rewording(
            @NotBlank(message = "检查内容不能为空。") @Size(max = 300, message = "检查内容不能超过 300 字。")
            String text,

            @Size(max = 300, message = "“怎么看”不能超过 300 字。") @Nullable
            String look,

            @Size(max = 300, message = "不计情形不能超过 300 字。") @Nullable
            String exemption,

            @NotNull(message = "缺少常见问题。") @Size(max = 12, message = "常见问题最多 12 条。")
            List<@NotNull(message = "常见问题不能有空行。") @Valid UsualFaultView> faults,

            boolean pictureNeeded,
            @NotNull(message = "缺少修改次数，请刷新页面。") Integer revision) {}

    private final EditionTable editions;
    private final CheckItemTable items;
    private final RewordCheckItem rewording;

    CheckItemController(EditionTable editions, CheckItemTable items, RewordCheckItem rewording) {
        this.editions = editions;
        this.items = items;
        this.rewording = rewording;
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
    @Operation(summary = "修改编制中体系的检查项文字")
    @PutMapping("/{code}")
    CheckItemView reword(@PathVariable UUID id, @PathVariable String code, @Valid @RequestBody Rewording words) {
        return CheckItemView.of(rewording.reword(
                id,
                code,
                new RewordCheckItem.Wording(
                        words.text().strip(),
                        Objects.requireNonNullElse(words.look(), "").strip(),
                        Objects.requireNonNullElse(words.exemption(), "").strip(),
                        words.faults().stream()
                                .map(f -> new UsualFault(
                                        f.text().strip(), f.caseType().strip()))
                                .toList(),
                        words.pictureNeeded()),
                words.revision()));
    }
}
