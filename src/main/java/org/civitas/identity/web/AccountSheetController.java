package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.civitas.identity.application.AccountImport;
import org.civitas.identity.application.GiveInitialPasswords;
import org.civitas.identity.application.GrantRoles;
import org.civitas.identity.application.OpenAccount;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.PasswordTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.audit.Exports;
import org.civitas.platform.web.Conflict;
import org.civitas.platform.web.Slice;
import org.civitas.platform.xlsx.ExportColumn;
import org.civitas.platform.xlsx.ImportCommit;
import org.civitas.platform.xlsx.ImportPreview;
import org.civitas.platform.xlsx.ImportPreviews;
import org.civitas.platform.xlsx.ImportResult;
import org.civitas.platform.xlsx.SheetWriter;
import org.civitas.platform.xlsx.XlsxAnswer;
import org.civitas.territory.Areas;
import org.civitas.territory.Unit;
import org.civitas.territory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Accounts as workbooks: in, out, and the initial passwords. */
@RestController
@Tag(name = "identity")
class AccountSheetController {

    /** How many accounts wait for an initial password, and how many are given at once. */
    record WaitingPasswordsView(long waiting, int atOnce) {}

    private static final List<ExportColumn<GiveInitialPasswords.Given>> PASSWORDS = List.of(
            ExportColumn.text("账号", GiveInitialPasswords.Given::login),
            ExportColumn.text("姓名", GiveInitialPasswords.Given::name),
            ExportColumn.text("初始密码（首次登录须修改）", GiveInitialPasswords.Given::password));

    private final ImportPreviews previews;
    private final AccountTable accounts;
    private final PasswordTable passwords;
    private final RoleTable roles;
    private final OpenAccount opening;
    private final GrantRoles granting;
    private final GiveInitialPasswords giving;
    private final Areas areas;
    private final Units units;

    AccountSheetController(
            ImportPreviews previews,
            AccountTable accounts,
            PasswordTable passwords,
            RoleTable roles,
            OpenAccount opening,
            GrantRoles granting,
            GiveInitialPasswords giving,
            Areas areas,
            Units units) {
        this.previews = previews;
        this.accounts = accounts;
        this.passwords = passwords;
        this.roles = roles;
        this.opening = opening;
        this.granting = granting;
        this.giving = giving;
        this.areas = areas;
        this.units = units;
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "下载账号导入模板")
    @GetMapping("/api/accounts/imports/template")
    ResponseEntity<Resource> template() {
        return previews.template(AccountImport.FORM);
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "上传账号表并预览")
    @PostMapping("/api/accounts/imports/previews")
    ImportPreview preview(CurrentUser user, @RequestParam MultipartFile file) {
        return previews.open(user, file, sheet(user));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "确认导入账号；角色待安全管理员授予，初始密码另行下载")
    @PostMapping("/api/accounts/imports/previews/{id}/commits")
    ImportResult commit(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody ImportCommit commit) {
        return previews.commit(user, id, commit.mode(), sheet(user));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Exports("account-faulty-rows")
    @Operation(summary = "下载账号表中有错误的行")
    @GetMapping("/api/accounts/imports/previews/{id}/faulty-rows")
    ResponseEntity<Resource> faultyRows(CurrentUser user, @PathVariable UUID id) {
        return previews.faultyRows(user, id, sheet(user));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "有多少账号等待下发初始密码")
    @GetMapping("/api/accounts/initial-passwords")
    WaitingPasswordsView waiting() {
        return new WaitingPasswordsView(passwords.waitingCount(), GiveInitialPasswords.MOST);
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "下发初始密码（xlsx，只此一次）")
    @PostMapping("/api/accounts/initial-passwords")
    ResponseEntity<Resource> give() {
        List<GiveInitialPasswords.Given> given = giving.give();
        if (given.isEmpty()) {
            throw new Conflict("account.no-password-waiting", "没有等待下发初始密码的账号；密码丢失的，请逐个重设。");
        }
        return XlsxAnswer.of("初始密码", out -> {
            try (var sheet = SheetWriter.open(out, "初始密码", PASSWORDS)) {
                given.forEach(sheet::add);
            }
        });
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Exports("accounts")
    @Operation(summary = "导出所列账号")
    @GetMapping("/api/accounts/export")
    ResponseEntity<Resource> export(@RequestParam(required = false) @Nullable String query) {
        return XlsxAnswer.of("账号", out -> {
            try (var sheet = SheetWriter.open(out, "账号", columns())) {
                @Nullable String after = null;
                List<AccountTable.Stored> page;
                do {
                    page = accounts.page(query, after, Slice.MAX_LIMIT);
                    page.forEach(sheet::add);
                    after = page.isEmpty() ? null : page.getLast().login();
                } while (page.size() == Slice.MAX_LIMIT);
            }
        });
    }

    /** The headers of the import, and the state. */
    private List<ExportColumn<AccountTable.Stored>> columns() {
        Map<String, String> roleNames =
                roles.all().stream().collect(Collectors.toMap(RoleTable.Stored::code, RoleTable.Stored::name));
        Map<UUID, String> unitNames = units.all().stream().collect(Collectors.toMap(Unit::id, Unit::name));
        Map<String, String> scopes = AccountImport.SCOPES.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
        return List.of(
                ExportColumn.text("账号", AccountTable.Stored::login),
                ExportColumn.text("姓名", AccountTable.Stored::name),
                ExportColumn.text(
                        "角色",
                        account -> account.roles().stream()
                                .map(code -> roleNames.getOrDefault(code, code))
                                .collect(Collectors.joining("、"))),
                ExportColumn.text("数据范围", account -> scopes.get(account.scopeKind())),
                ExportColumn.text("区划代码", AccountTable.Stored::areaCode),
                ExportColumn.text("单位", account -> account.unitId() == null ? null : unitNames.get(account.unitId())),
                ExportColumn.text("状态", account -> account.enabled() ? "可登录" : "停用"));
    }

    private AccountImport sheet(CurrentUser user) {
        return new AccountImport(user, areas, units, roles, opening, granting);
    }
}
