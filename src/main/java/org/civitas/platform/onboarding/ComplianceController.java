package org.civitas.platform.onboarding;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** 备案与投诉建议: what the rules of 2023 and 2026 on staff applications want to be shown. */
@RestController
@Tag(name = "platform")
class ComplianceController {

    static final String NAME = "compliance";

    /** 备案信息 — the filing of the application and where to complain about it. */
    record Compliance(
            @NotNull @Size(max = 80, message = "备案编号不超过 80 个字。")
            String filingNumber,

            @NotNull @Size(max = 80, message = "备案机关不超过 80 个字。")
            String filingAuthority,

            @NotNull @Size(max = 20, message = "备案日期不超过 20 个字。")
            String filingDate,

            @NotNull @Size(max = 80, message = "主管单位不超过 80 个字。")
            String responsibleBody,

            @NotNull
            @Size(max = 300, message = "投诉建议链接不超过 300 个字。")
            @Pattern(regexp = "|https?://.*", message = "投诉建议链接应以 http:// 或 https:// 开头。")
            String complaintUrl,

            @NotNull @Size(max = 80, message = "投诉建议电话不超过 80 个字。")
            String complaintPhone) {}

    /** One rule on staff applications and how this product keeps it. */
    record SelfCheckView(String rule, String kept) {}

    record ComplianceView(Compliance facts, int version, List<SelfCheckView> selfCheck) {}

    record ComplianceChange(@Valid @NotNull Compliance facts, int version) {}

    private static final List<SelfCheckView> SELF_CHECK = List.of(
            new SelfCheckView("不设打卡签到", "系统没有签到、打卡功能，也不记录人员轨迹。"),
            new SelfCheckView("不搞积分排名", "工作人员没有积分，排名只到单位和街道。"),
            new SelfCheckView("不统计在线时长、登录次数", "数据库中没有此类字段，自动测试禁止加入。"),
            new SelfCheckView("不重复填报", "材料一次采集、多处引用；系统已有的内容不再要求填写。"),
            new SelfCheckView("非必要不上传照片、视频", "只有案件类型需要凭照片判断时才要求照片。"),
            new SelfCheckView("提供投诉建议渠道", "每个页面的用户菜单都有投诉建议入口。"));

    private final CitySettings settings;

    ComplianceController(CitySettings settings) {
        this.settings = settings;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "备案信息、投诉建议渠道和减负自查")
    @GetMapping("/api/compliance")
    ComplianceView facts() {
        var stored = settings.get(NAME, Compliance.class, new Compliance("", "", "", "", "", ""));
        return new ComplianceView(stored.value(), stored.version(), SELF_CHECK);
    }

    @Allow(Permission.SETTING_MANAGE)
    @Operation(summary = "修改备案信息和投诉建议渠道")
    @PutMapping("/api/compliance")
    void change(@Valid @RequestBody ComplianceChange change) {
        settings.put(NAME, change.facts(), change.version());
    }
}
