package org.civitas.identity.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.civitas.identity.persistence.AccountTable;
import org.civitas.identity.persistence.GrantRequestTable;
import org.civitas.identity.persistence.RoleTable;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.springframework.stereotype.Component;

/** What administrators see of the accounts; how many there are and which wait for roles, never who used them. */
@Component
class AccountWorkbench implements WorkbenchContributor {

    private final AccountTable table;
    private final GrantRequestTable requests;
    private final RoleTable roles;

    AccountWorkbench(AccountTable table, GrantRequestTable requests, RoleTable roles) {
        this.table = table;
        this.requests = requests;
        this.roles = roles;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        List<WorkbenchItem> items = new ArrayList<>();
        if (user.may(Permission.ROLE_GRANT)) {
            long waiting = requests.count();
            if (waiting > 0) {
                items.add(WorkbenchItem.todo("待授权的账号", waiting, "个", "/settings/grants"));
            }
        }
        if (user.may(Permission.ACCOUNT_MANAGE)) {
            if (!roles.anyoneGrants(user.city())) {
                items.add(WorkbenchItem.todo("还没有安全管理员，请新建账号并选角色“安全管理员”", 1, "项", "/settings/accounts"));
            }
            items.add(WorkbenchItem.standing(
                    "可登录的账号", BigDecimal.valueOf(table.enabledCount()), "个", "/settings/accounts"));
        }
        return items;
    }
}
