package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.civitas.identity.application.SettleSignIn;
import org.civitas.identity.domain.SignInRules;
import org.civitas.identity.persistence.SignInRulesTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class SignInRulesController {

    record SignInRulesView(int passwordDays, int idleMinutes, int lifeHours, int version) {}

    record SignInRulesForm(
            @Min(value = 0, message = "密码有效天数应为 0 到 3650，0 为不过期。")
            @Max(value = 3650, message = "密码有效天数应为 0 到 3650，0 为不过期。")
            int passwordDays,

            @Min(value = 5, message = "闲置时间应为 5 分钟到 30 天。") @Max(value = 43_200, message = "闲置时间应为 5 分钟到 30 天。")
            int idleMinutes,

            @Min(value = 1, message = "登录最长时间应为 1 小时到 30 天。") @Max(value = 720, message = "登录最长时间应为 1 小时到 30 天。")
            int lifeHours,

            int version) {}

    private final SignInRulesTable rules;
    private final SettleSignIn settling;

    SignInRulesController(SignInRulesTable rules, SettleSignIn settling) {
        this.rules = rules;
        this.settling = settling;
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "密码和登录的有效期")
    @GetMapping("/api/sign-in-rules")
    SignInRulesView current(CurrentUser user) {
        SignInRulesTable.Stored stored = rules.of(user.city());
        SignInRules now = stored.rules();
        return new SignInRulesView(now.passwordDays(), now.idleMinutes(), now.lifeHours(), stored.version());
    }

    @Allow(Permission.ROLE_GRANT)
    @Operation(summary = "设置密码和登录的有效期；对此后的登录生效")
    @PutMapping("/api/sign-in-rules")
    void settle(CurrentUser user, @Valid @RequestBody SignInRulesForm form) {
        settling.settle(
                user, new SignInRules(form.passwordDays(), form.idleMinutes(), form.lifeHours()), form.version());
    }
}
