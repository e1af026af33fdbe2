package org.civitas.standard.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.civitas.shared.OfficeDay;
import org.civitas.standard.DecomposedEdition;
import org.civitas.standard.Edition;
import org.civitas.standard.EditionState;
import org.civitas.standard.application.ReadDecomposition;
import org.civitas.standard.persistence.EditionTable;
import org.springframework.stereotype.Component;

/** Reminds who keeps the standards that nothing can be planned before an edition is in use, and of what nobody answers for. */
@Component
class StandardWorkbench implements WorkbenchContributor {

    private final EditionTable editions;
    private final ReadDecomposition decomposition;
    private final Clock clock;

    StandardWorkbench(EditionTable editions, ReadDecomposition decomposition, Clock clock) {
        this.editions = editions;
        this.decomposition = decomposition;
        this.clock = clock;
    }

    @Override
    public List<WorkbenchItem> items(CurrentUser user) {
        if (!user.may(Permission.STANDARD_EDIT)) {
            return List.of();
        }
        List<Edition> inUse = editions.all().stream()
                .filter(edition -> edition.state() == EditionState.IN_USE)
                .toList();
        if (inUse.isEmpty()) {
            return List.of(WorkbenchItem.todo("还没有启用的测评体系，请载入或导入", 1, "项", "/editions"));
        }
        LocalDate today = OfficeDay.today(clock);
        List<WorkbenchItem> items = new ArrayList<>();
        for (Edition edition : inUse) {
            DecomposedEdition.Gaps gaps = decomposition.on(edition.id(), today).gaps();
            gap(items, edition, "REQUIREMENT", "测评要求", gaps.requirements());
            gap(items, edition, "SITE_TYPE", "点位类型", gaps.siteTypes());
            gap(items, edition, "CHECK_ITEM", "检查项", gaps.checkItems());
        }
        return items;
    }

    private static void gap(List<WorkbenchItem> items, Edition edition, String kind, String word, int count) {
        if (count > 0) {
            items.add(WorkbenchItem.todo(
                    edition.name() + "：没有牵头单位的" + word,
                    count,
                    "项",
                    "/editions/" + edition.id() + "/decomposition?kind=" + kind + "&gap=1"));
        }
    }
}
