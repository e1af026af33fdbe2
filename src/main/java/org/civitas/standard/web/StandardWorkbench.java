package org.civitas.standard.web;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Component;

/** Reminds who keeps the standards that nothing can be planned before an edition is in use. */
@Component
class StandardWorkbench implements WorkbenchContributor {

    private final EditionTable editions;

    StandardWorkbench(EditionTable editions) {
        this.editions = editions;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.STANDARD_EDIT) || editions.current().isPresent()) {
            return List.of();
        }
        return List.of(WorkbenchItem.todo("还没有启用的测评体系，请载入或导入", 1, "项", "/editions"));
    }
}
