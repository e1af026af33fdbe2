package org.civitas.territory.application;

import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.territory.Areas;
import org.civitas.territory.Units;
import org.springframework.stereotype.Component;

/** What a city that has just been opened still needs: its area tree, then its units. */
@Component
class TerritoryWorkbench implements WorkbenchContributor {

    private final Areas areas;
    private final Units units;

    TerritoryWorkbench(Areas areas, Units units) {
        this.areas = areas;
        this.units = units;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.TERRITORY_EDIT)) {
            return List.of();
        }
        if (areas.root().isEmpty()) {
            return List.of(WorkbenchItem.todo("建立本市区划", 1, "项", "/territory/areas"));
        }
        return units.any() ? List.of() : List.of(WorkbenchItem.todo("登记本市单位", 1, "项", "/territory/units"));
    }
}
