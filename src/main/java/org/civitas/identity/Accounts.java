package org.civitas.identity;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.civitas.identity.persistence.AccountTable;
import org.springframework.stereotype.Component;

/** What other modules ask about accounts: who there is to give work to, and their names. */
@Component
public class Accounts {

    /** 账号简况 — an account without anything secret. */
    public record AccountFacts(UUID id, String login, String name, List<String> roles, String areaCode) {}

    private final AccountTable table;

    Accounts(AccountTable table) {
        this.table = table;
    }

    /** Enabled accounts of the current city that have the role, by name. */
    public List<AccountFacts> withRole(StandardRole role) {
        return table.withRole(role.name());
    }

    /** Facts of the accounts with these ids, in any order; unknown ids are left out. */
    public List<AccountFacts> byIds(Collection<UUID> ids) {
        return table.byIds(ids);
    }
}
