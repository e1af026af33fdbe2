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
import org.civitas.standard.application.BeginEdition;
import org.civitas.standard.application.ChangeTree;
import org.civitas.standard.application.RenameEdition;
import org.civitas.standard.domain.EditionRule;
import org.civitas.standard.persistence.EditionTable;
import org.civitas.standard.web.EditionViews.EditionContentView;
import org.civitas.standard.web.EditionViews.EditionFaultView;
import org.civitas.standard.web.EditionViews.EditionView;
import org.civitas.standard.web.TreeForms.TreeForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions")
@Tag(name = "standard")
class EditionTreeController {

    /** A new index; its code stays the same over all versions. */
    record Beginning(
            @NotBlank(message = "体系代码不能为空。")
            @Size(max = 30, message = "体系代码不能超过 30 位。")
            @Pattern(regexp = Tidy.CODE, message = "体系代码只能用文字、数字、点或连字符。")
            String code,

            @NotBlank(message = "名称不能为空。") @Size(max = 200, message = "名称不能超过 200 字。")
            String name,

            @NotBlank(message = "适用层级不能为空。") @Size(max = 20, message = "适用层级不能超过 20 字。")
            String level,

            @Size(max = 500, message = "备注不能超过 500 字。") @Nullable
            String note) {}

    record Naming(
            @NotBlank(message = "名称不能为空。") @Size(max = 200, message = "名称不能超过 200 字。")
            String name,

            @NotBlank(message = "适用层级不能为空。") @Size(max = 20, message = "适用层级不能超过 20 字。")
            String level,

            @Size(max = 500, message = "备注不能超过 500 字。") @Nullable
            String note,

            @NotNull(message = "缺少修改次数，请刷新页面。") Integer revision) {}

    /** @param faults of the whole edition, as it would be */
    record TriedView(EditionContentView content, List<EditionFaultView> faults) {}

    private final EditionTable editions;
    private final BeginEdition beginning;
    private final RenameEdition renaming;
    private final ChangeTree changing;

    EditionTreeController(EditionTable editions, BeginEdition beginning, RenameEdition renaming, ChangeTree changing) {
        this.editions = editions;
        this.beginning = beginning;
        this.renaming = renaming;
        this.changing = changing;
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "新建一套体系，成为编制中的空白草稿")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    EditionView begin(@Valid @RequestBody Beginning form) {
        return EditionView.of(beginning.begin(
                Tidy.code(form.code()), Tidy.words(form.name()), Tidy.words(form.level()), Tidy.words(form.note())));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "修改编制中体系的名称、适用层级、备注")
    @PutMapping("/{id}")
    EditionView rename(@PathVariable UUID id, @Valid @RequestBody Naming form) {
        return EditionView.of(renaming.rename(
                id, Tidy.words(form.name()), Tidy.words(form.level()), Tidy.words(form.note()), form.revision()));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "保存编制中体系的节点、标准和要求（整棵树）；分值未平等缺陷可以先存，启用前改正")
    @PutMapping("/{id}/tree")
    EditionContentView change(@PathVariable UUID id, @Valid @RequestBody TreeForm form) {
        changing.change(id, form.draft(), form.revision());
        return EditionContentView.of(editions.content(id));
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "试算：体系改成这样时的规则语句和全部缺陷，不写入")
    @PostMapping("/{id}/tree-checks")
    TriedView check(@PathVariable UUID id, @Valid @RequestBody TreeForm form) {
        var content = changing.tried(id, form.draft());
        return new TriedView(
                EditionContentView.of(content),
                EditionRule.check(content).stream().map(EditionFaultView::of).toList());
    }
}
