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
import org.civitas.standard.Edition;
import org.civitas.standard.EditionMapping;
import org.civitas.standard.application.ChangeMappings;
import org.civitas.standard.persistence.MappingQueries;
import org.civitas.standard.persistence.MappingQueries.Correspondence;
import org.civitas.standard.web.EditionViews.EditionView;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/editions/{id}/mappings")
@Tag(name = "standard")
class MappingController {

    /**
     * @param source HERE written in this edition, THERE written in the other one, SAME_CODE a check item of both
     * @param name words of the own end; null when the edition has no such code any more
     * @param otherId the version that is looked at; null when the city has no such index
     * @param otherName words of the other end; null when that version has no such code
     */
    record MappingView(
            String source,
            String kind,
            String kindWord,
            String code,
            @Nullable String name,
            String otherEdition,
            @Nullable UUID otherId,
            @Nullable String otherTitle,
            String otherCode,
            @Nullable String otherName,
            String fit,
            String fitWord,
            String note) {
        static MappingView of(Correspondence c) {
            Edition other = c.other();
            return new MappingView(
                    c.source().name(),
                    c.kind().name(),
                    c.kind().word(),
                    c.code(),
                    c.name(),
                    c.otherIndex(),
                    other == null ? null : other.id(),
                    other == null ? null : other.title(),
                    c.otherCode(),
                    c.otherName(),
                    c.fit().name(),
                    c.fit().word(),
                    c.note());
        }
    }

    record MappingsView(List<MappingView> mappings) {}

    record MappingForm(
            EditionMapping.@NotNull(message = "请选择类别。") Kind kind,

            @NotBlank(message = "编码不能为空。")
            @Size(max = 40, message = "编码不能超过 40 位。")
            @Pattern(regexp = Tidy.CODE, message = "编码只能用文字、数字、点或连字符。")
            String code,

            @NotBlank(message = "对应体系不能为空。")
            @Size(max = 30, message = "对应体系不能超过 30 位。")
            @Pattern(regexp = Tidy.CODE, message = "对应体系只能用文字、数字、点或连字符。")
            String otherEdition,

            @NotBlank(message = "对应编码不能为空。")
            @Size(max = 40, message = "对应编码不能超过 40 位。")
            @Pattern(regexp = Tidy.CODE, message = "对应编码只能用文字、数字、点或连字符。")
            String otherCode,

            EditionMapping.@NotNull(message = "请选择对应程度。") Fit fit,

            @Size(max = 200, message = "说明不能超过 200 字。") @Nullable
            String note) {

        EditionMapping mapping() {
            return new EditionMapping(
                    kind, Tidy.code(code), Tidy.code(otherEdition), Tidy.code(otherCode), fit, Tidy.words(note));
        }
    }

    record MappingsForm(
            @NotNull(message = "缺少对应关系。") @Size(max = 10_000, message = "对应关系最多 10000 条。")
            List<@NotNull(message = "对应关系不能为空。") @Valid MappingForm> mappings,

            @NotNull(message = "缺少修改次数，请刷新页面。") Integer revision) {}

    private final MappingQueries queries;
    private final ChangeMappings changing;

    MappingController(MappingQueries queries, ChangeMappings changing) {
        this.queries = queries;
        this.changing = changing;
    }

    @Allow(Permission.STANDARD_READ)
    @Operation(summary = "与其他体系的对应关系：本体系写的、对方写的、编码相同的检查项")
    @GetMapping
    MappingsView all(@PathVariable UUID id) {
        return new MappingsView(queries.of(id).stream().map(MappingView::of).toList());
    }

    @Allow(Permission.STANDARD_EDIT)
    @Operation(summary = "保存编制中体系写明的对应关系（整表）")
    @PutMapping
    EditionView change(@PathVariable UUID id, @Valid @RequestBody MappingsForm form) {
        return EditionView.of(changing.change(
                id, form.mappings().stream().map(MappingForm::mapping).toList(), form.revision()));
    }
}
