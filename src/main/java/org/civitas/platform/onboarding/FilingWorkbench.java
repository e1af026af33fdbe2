package org.civitas.platform.onboarding;

import java.util.List;
import java.util.Map;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.springframework.stereotype.Component;

/** Reminds the administrator of the facts of the filing that must be there before people use the system. */
@Component
class FilingWorkbench implements WorkbenchContributor {

    private final CitySettings settings;

    FilingWorkbench(CitySettings settings) {
        this.settings = settings;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.SETTING_MANAGE)) {
            return List.of();
        }
        Map<?, ?> facts =
                settings.get(ComplianceController.NAME, Map.class, Map.of()).value();
        long missing = List.of("filingNumber", "filingAuthority", "responsibleBody", "complaintUrl").stream()
                .filter(fact -> !(facts.get(fact) instanceof String text) || text.isBlank())
                .count();
        return missing == 0
                ? List.of()
                : List.of(WorkbenchItem.todo("备案信息和投诉建议渠道未填", missing, "项", "/settings/filing"));
    }
}
