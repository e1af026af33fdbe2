package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.ChangeAccount;
import org.civitas.identity.application.ChangePassword;
import org.civitas.identity.application.EndSessions;
import org.civitas.identity.application.OpenAccount;
import org.civitas.identity.domain.Grant;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.web.Cursor;
import org.civitas.platform.web.NotFound;
import org.civitas.platform.web.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "identity")
class AccountController {

    /** An account as the administrator sees it. */
    record AccountView(
            UUID id,
            String login,
            String name,
            List<String> roles,
            String scopeKind,
            String areaCode,
            @Nullable UUID unitId,
            boolean enabled,
            int version,
            @Nullable OffsetDateTime delayedUntil,
            boolean secondFactor,
            GrantController.@Nullable GrantView wanted) {

        static AccountView of(AccountTable.Stored a, AccountFurther.Further further) {
            return new AccountView(
                    a.id(),
                    a.login(),
                    a.name(),
                    a.roles(),
                    a.scopeKind(),
                    a.areaCode(),
                    a.unitId(),
                    a.enabled(),
                    a.version(),
                    further.delayedUntil(),
                    further.secondFactor(),
                    further.wanted() == null ? null : GrantController.GrantView.of(further.wanted()));
        }
    }

    record AccountForm(
            @NotBlank(message = "请填写账号。") String login,

            @NotBlank(message = "请填写姓名。") @Size(max = 40, message = "姓名不超过 40 个字。")
            String name,

            @NotBlank(message = "请填写初始密码。") String password,
            @NotNull(message = "请选择角色。") List<String> roles,
            @NotBlank(message = "请选择数据范围。") String scopeKind,
            @NotBlank(message = "请选择区域。") String areaCode,
            @Nullable UUID unitId) {}

    record AccountChange(
            @NotBlank(message = "请填写姓名。") @Size(max = 40, message = "姓名不超过 40 个字。")
            String name,

            @NotNull(message = "请选择角色。") List<String> roles,
            @NotBlank(message = "请选择数据范围。") String scopeKind,
            @NotBlank(message = "请选择区域。") String areaCode,
            @Nullable UUID unitId,
            boolean enabled,
            int version) {}

    record PasswordReset(@NotBlank(message = "请填写新密码。") String password) {}

    /** @param granted false while the roles wait for a security administrator */
    record AccountOutcome(UUID id, boolean granted) {}

    private final AccountTable table;
    private final AccountFurther further;
    private final OpenAccount opening;
    private final ChangeAccount changing;
    private final ChangePassword passwords;
    private final EndSessions sessions;

    AccountController(
            AccountTable table,
            AccountFurther further,
            OpenAccount opening,
            ChangeAccount changing,
            ChangePassword passwords,
            EndSessions sessions) {
        this.table = table;
        this.further = further;
        this.opening = opening;
        this.changing = changing;
        this.passwords = passwords;
        this.sessions = sessions;
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "账号列表")
    @GetMapping("/api/accounts")
    Slice<AccountView> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int size = Slice.limit(limit);
        Cursor cursor = Cursor.read(after, 1);
        List<AccountTable.Stored> rows = table.page(query, cursor == null ? null : cursor.key(0), size + 1);
        Map<UUID, AccountFurther.Further> more = further.of(rows);
        return Slice.of(rows, size, row -> Cursor.of(row.login()), null)
                .map(row -> AccountView.of(row, Objects.requireNonNull(more.get(row.id()))));
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "一个账号")
    @GetMapping("/api/accounts/{id}")
    AccountView one(@PathVariable UUID id) {
        AccountTable.Stored account = table.byId(id).orElseThrow(() -> new NotFound("账号"));
        return AccountView.of(
                account, Objects.requireNonNull(further.of(List.of(account)).get(id)));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "新建账号；角色待安全管理员授予")
    @PostMapping("/api/accounts")
    AccountOutcome open(CurrentUser user, @Valid @RequestBody AccountForm form) {
        OpenAccount.Opened opened = opening.openForSomebody(
                user,
                new NewAccount(
                        user.city(),
                        form.login().strip(),
                        form.name().strip(),
                        form.password(),
                        form.roles(),
                        form.scopeKind(),
                        form.areaCode(),
                        form.unitId()));
        return new AccountOutcome(opened.id(), opened.granted());
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "修改账号；角色和数据范围的改动待安全管理员授予")
    @PutMapping("/api/accounts/{id}")
    AccountOutcome change(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody AccountChange form) {
        Grant wanted = new Grant(form.roles(), form.scopeKind(), form.areaCode(), form.unitId());
        return new AccountOutcome(
                id, changing.change(user, id, form.name().strip(), form.enabled(), wanted, form.version()));
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "重设密码；安全管理员和审计员的密码由安全管理员重设")
    @PutMapping("/api/accounts/{id}/password")
    void resetPassword(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody PasswordReset form) {
        passwords.reset(user, id, form.password());
    }

    @Allow({Permission.ROLE_GRANT, Permission.ACCOUNT_MANAGE})
    @Operation(summary = "解除登录失败后的等待")
    @DeleteMapping("/api/accounts/{id}/delay")
    void liftDelay(CurrentUser user, @PathVariable UUID id) {
        sessions.liftDelay(user, id);
    }
}
