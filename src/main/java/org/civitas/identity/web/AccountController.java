package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.civitas.identity.NewAccount;
import org.civitas.identity.application.ChangeAccount;
import org.civitas.identity.application.ChangePassword;
import org.civitas.identity.application.EndSessions;
import org.civitas.identity.application.OpenAccount;
import org.civitas.identity.application.SignInGuard;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.RoleTable;
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
            @Nullable OffsetDateTime delayedUntil) {

        static AccountView of(AccountTable.Stored a, @Nullable OffsetDateTime delayedUntil) {
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
                    delayedUntil);
        }
    }

    record RoleView(String code, String name, String description, String scopeKind, List<String> permissions) {}

    record PermissionView(String code, String words) {}

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

    record AccountId(UUID id) {}

    private final AccountTable table;
    private final RoleTable roles;
    private final OpenAccount opening;
    private final ChangeAccount changing;
    private final ChangePassword passwords;
    private final EndSessions sessions;
    private final SignInGuard guard;
    private final Clock clock;

    AccountController(
            AccountTable table,
            RoleTable roles,
            OpenAccount opening,
            ChangeAccount changing,
            ChangePassword passwords,
            EndSessions sessions,
            SignInGuard guard,
            Clock clock) {
        this.passwords = passwords;
        this.sessions = sessions;
        this.guard = guard;
        this.clock = clock;
        this.table = table;
        this.roles = roles;
        this.opening = opening;
        this.changing = changing;
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "账号列表")
    @GetMapping("/api/accounts")
    Slice<AccountView> list(
            @RequestParam(required = false) @Nullable String query,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        int size = Slice.limit(limit);
        Cursor cursor = Cursor.read(after, 1);
        List<AccountTable.Stored> rows = table.page(query, cursor == null ? null : cursor.key(0), size + 1);
        Map<String, Instant> delays =
                guard.delayed(rows.stream().map(AccountTable.Stored::login).toList());
        return Slice.of(rows, size, row -> Cursor.of(row.login()), null).map(row -> view(row, delays));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "一个账号")
    @GetMapping("/api/accounts/{id}")
    AccountView one(@PathVariable UUID id) {
        AccountTable.Stored account = table.byId(id).orElseThrow(() -> new NotFound("账号"));
        return view(account, guard.delayed(List.of(account.login())));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "新建账号")
    @PostMapping("/api/accounts")
    AccountId open(CurrentUser user, @Valid @RequestBody AccountForm form) {
        return new AccountId(opening.openForSomebody(new NewAccount(
                user.city(),
                form.login().strip(),
                form.name().strip(),
                form.password(),
                form.roles(),
                form.scopeKind(),
                form.areaCode(),
                form.unitId())));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "修改账号")
    @PutMapping("/api/accounts/{id}")
    void change(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody AccountChange form) {
        changing.change(
                user,
                new AccountTable.Stored(
                        id,
                        "",
                        form.name(),
                        form.roles(),
                        form.scopeKind(),
                        form.areaCode(),
                        form.unitId(),
                        form.enabled(),
                        form.version()));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "重设密码")
    @PutMapping("/api/accounts/{id}/password")
    void resetPassword(@PathVariable UUID id, @Valid @RequestBody PasswordReset form) {
        passwords.reset(id, form.password());
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "解除登录失败后的等待")
    @DeleteMapping("/api/accounts/{id}/delay")
    void liftDelay(@PathVariable UUID id) {
        sessions.liftDelay(id);
    }

    private AccountView view(AccountTable.Stored account, Map<String, Instant> delays) {
        Instant until = delays.get(account.login());
        return AccountView.of(
                account, until == null ? null : until.atZone(clock.getZone()).toOffsetDateTime());
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "角色及其权限")
    @GetMapping("/api/roles")
    List<RoleView> roles() {
        return roles.all().stream()
                .map(r -> new RoleView(r.code(), r.name(), r.description(), r.scopeKind(), r.permissions()))
                .toList();
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "权限及其含义")
    @GetMapping("/api/permissions")
    List<PermissionView> permissions() {
        return Arrays.stream(Permission.values())
                .map(p -> new PermissionView(p.name(), p.words()))
                .toList();
    }
}
