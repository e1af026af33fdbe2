package org.civitas.identity.web;

import java.math.BigDecimal;
import java.util.List;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.springframework.stereotype.Component;

/** What the administrator sees of the accounts; how many there are, never who used them. */
@Component
class AccountWorkbench implements WorkbenchContributor {

    private final AccountTable table;

    AccountWorkbench(AccountTable table) {
        this.table = table;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.ACCOUNT_MANAGE)) {
            return List.of();
        }
        return List.of(
                WorkbenchItem.standing("可登录的账号", BigDecimal.valueOf(table.enabledCount()), "个", "/settings/accounts"));
    }
}
