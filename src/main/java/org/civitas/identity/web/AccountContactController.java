package org.civitas.identity.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.privacy.Contacts;
import org.civitas.platform.privacy.Opening;
import org.civitas.platform.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The telephone number of the person behind an account. */
@RestController
@Tag(name = "identity")
class AccountContactController {

    record AccountContactView(@Nullable String masked) {}

    record AccountContactForm(@Nullable String phone) {}

    record OpenedAccountContact(String phone) {}

    private static final String KIND = "account";

    private final AccountTable accounts;
    private final Contacts contacts;

    AccountContactController(AccountTable accounts, Contacts contacts) {
        this.accounts = accounts;
        this.contacts = contacts;
    }

    @Allow({Permission.ACCOUNT_MANAGE, Permission.ROLE_GRANT})
    @Operation(summary = "账号的联系电话（掩码）")
    @GetMapping("/api/accounts/{id}/contact")
    AccountContactView masked(@PathVariable UUID id) {
        return new AccountContactView(contacts.masked(KIND, known(id)).orElse(null));
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "登记账号的联系电话，空为删除")
    @PutMapping("/api/accounts/{id}/contact")
    void change(@PathVariable UUID id, @Valid @RequestBody AccountContactForm form) {
        contacts.put(KIND, known(id), form.phone());
    }

    @Allow(Permission.ACCOUNT_MANAGE)
    @Operation(summary = "写明理由，查看账号的完整电话；记入审计")
    @PostMapping("/api/accounts/{id}/contact/openings")
    OpenedAccountContact open(CurrentUser user, @PathVariable UUID id, @Valid @RequestBody Opening opening) {
        user.require(Permission.PERSONAL_OPEN);
        return new OpenedAccountContact(contacts.open(KIND, known(id), opening));
    }

    private UUID known(UUID id) {
        return accounts.byId(id).orElseThrow(() -> new NotFound("账号")).id();
    }
}
