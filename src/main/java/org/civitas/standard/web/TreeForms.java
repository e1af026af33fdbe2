package org.civitas.standard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.civitas.shared.Points;
import org.civitas.shared.RuleViolation;
import org.civitas.standard.Combination;
import org.civitas.standard.Method;
import org.civitas.standard.Node;
import org.civitas.standard.Requirement;
import org.civitas.standard.RuleDefinition;
import org.civitas.standard.RuleType;
import org.civitas.standard.domain.RuleFormula;
import org.civitas.standard.domain.TreeDraft;
import org.jspecify.annotations.Nullable;

/** What an editor sends of the tree of a draft. */
final class TreeForms {

    private TreeForms() {}

    /** @param was the code that the node had when the editor began, null for a new one */
    record NodeForm(
            @NotBlank(message = "编码不能为空。")
            @Size(max = 30, message = "编码不能超过 30 位。")
            @Pattern(regexp = Tidy.CODE, message = "编码只能用文字、数字、点或连字符。")
            String code,

            @Size(max = 30, message = "原编码不能超过 30 位。") @Nullable
            String was,

            @Size(max = 30, message = "上级编码不能超过 30 位。") @Nullable
            String parentCode,

            boolean criterion,

            @NotBlank(message = "名称不能为空。") @Size(max = 500, message = "名称或标准内容不能超过 500 字。")
            String name,

            @NotNull(message = "分值不能为空。")
            @DecimalMin(value = "0", message = "分值不能小于 0。")
            @DecimalMax(value = "10000", message = "分值不能大于 10000。")
            @Digits(integer = 5, fraction = 6, message = "分值最多 6 位小数。")
            BigDecimal full) {

        TreeDraft.Branch branch() {
            String parent = parentCode == null || parentCode.isBlank() ? null : Tidy.code(parentCode);
            return new TreeDraft.Branch(
                    new Node(Tidy.code(code), parent, criterion, Tidy.words(name), Points.of(full)), was);
        }
    }

    /** @param was the code that the requirement had when the editor began, null for a new one */
    record RequirementForm(
            @NotBlank(message = "要求编码不能为空。")
            @Size(max = 40, message = "要求编码不能超过 40 位。")
            @Pattern(regexp = Tidy.CODE, message = "要求编码只能用文字、数字、点或连字符。")
            String code,

            @Size(max = 40, message = "原编码不能超过 40 位。") @Nullable
            String was,

            @NotBlank(message = "标准编码不能为空。") String criterionCode,
            @NotNull(message = "请选择测评方法。") Method method,

            @NotNull(message = "分值不能为空。")
            @DecimalMin(value = "0", message = "分值不能小于 0。")
            @DecimalMax(value = "10000", message = "分值不能大于 10000。")
            @Digits(integer = 5, fraction = 6, message = "分值最多 6 位小数。")
            BigDecimal full,

            @Nullable RuleType ruleType,

            @Size(max = 2000, message = "规则参数不能超过 2000 字。") @Nullable
            String ruleText,

            @NotNull(message = "请选择检查项合成方式。") Combination combination,

            @Size(max = 40, message = "牵头单位代码不能超过 40 位。") @Nullable
            String leadUnitCode,

            @NotNull(message = "缺少配合单位。") @Size(max = 30, message = "配合单位最多 30 个。")
            List<
                            @NotBlank(message = "配合单位代码不能为空。") @Size(max = 40, message = "配合单位代码不能超过 40 位。")
                            @Pattern(regexp = Tidy.CODE, message = "配合单位代码只能用文字、数字、点或连字符。") String>
                    coUnitCodes,

            @Size(max = 100, message = "点位类型权重最多 100 个。") @Nullable
            Map<
                            @NotNull(message = "缺少点位类型的名称。") String,
                            @NotNull(message = "权重不能为空。")
                            @DecimalMin(value = "0", inclusive = false, message = "权重应大于 0。")
                            @DecimalMax(value = "1000", message = "权重不能大于 1000。")
                            @Digits(integer = 4, fraction = 6, message = "权重最多 6 位小数。") BigDecimal>
                    typeWeights,

            @Size(max = 500, message = "佐证要求不能超过 500 字。") @Nullable
            String evidence) {

        TreeDraft.Part part() {
            String lead = leadUnitCode == null || leadUnitCode.isBlank() ? null : Tidy.code(leadUnitCode);
            return new TreeDraft.Part(
                    new Requirement(
                            Tidy.code(code),
                            Tidy.code(criterionCode),
                            method,
                            Points.of(full),
                            rule(),
                            combination,
                            lead,
                            typeWeights == null ? Map.of() : plain(typeWeights),
                            Tidy.codes(coUnitCodes),
                            Tidy.words(evidence)),
                    was);
        }

        private @Nullable RuleDefinition rule() {
            try {
                return ruleType == null ? null : RuleFormula.parse(ruleType, ruleText == null ? "" : ruleText);
            } catch (RuleViolation fault) {
                throw new RuleViolation(fault.code(), "要求 " + code + "：" + fault.getMessage());
            }
        }
    }

    /** The tree of a draft and the revision that the editor began with. */
    record TreeForm(
            @NotNull(message = "缺少节点。") @Size(max = 5000, message = "节点最多 5000 个。")
            List<@NotNull(message = "节点不能为空。") @Valid NodeForm> nodes,

            @NotNull(message = "缺少测评要求。") @Size(max = 5000, message = "测评要求最多 5000 项。")
            List<@NotNull(message = "测评要求不能为空。") @Valid RequirementForm> requirements,

            @Size(max = 6, message = "方法权重最多 6 个。") @Nullable
            Map<
                            @NotNull(message = "缺少方法的名称。") Method,
                            @NotNull(message = "权重不能为空。")
                            @DecimalMin(value = "0", inclusive = false, message = "权重应大于 0。")
                            @DecimalMax(value = "1000", message = "权重不能大于 1000。")
                            @Digits(integer = 4, fraction = 6, message = "权重最多 6 位小数。") BigDecimal>
                    weights,

            @NotNull(message = "缺少修改次数，请刷新页面。") Integer revision) {

        TreeDraft draft() {
            return new TreeDraft(
                    nodes.stream().map(NodeForm::branch).toList(),
                    requirements.stream().map(RequirementForm::part).toList(),
                    weights == null ? null : plain(weights));
        }
    }

    private static <K> Map<K, BigDecimal> plain(Map<K, BigDecimal> weights) {
        return weights.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, w -> w.getValue().stripTrailingZeros()));
    }
}
