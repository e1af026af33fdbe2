package org.civitas.insight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.civitas.platform.access.Allow;
import org.civitas.platform.access.CurrentUser;
import org.civitas.platform.access.Permission;
import org.civitas.platform.workbench.WorkbenchContributor;
import org.civitas.platform.workbench.WorkbenchItem;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "insight")
class WorkbenchController {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchController.class);

    /** One figure of the home page. */
    record WorkbenchItemView(
            String title,
            BigDecimal figure,
            String unit,
            String url,
            String urgency,
            @Nullable Instant due) {

        static WorkbenchItemView of(WorkbenchItem item) {
            return new WorkbenchItemView(
                    item.title(),
                    item.figure(),
                    item.unit(),
                    item.url(),
                    item.urgency().name(),
                    item.due());
        }
    }

    /** The home page: what to do now, what changed since yesterday, where we stand. */
    record WorkbenchView(
            List<WorkbenchItemView> todo,
            List<WorkbenchItemView> changed,
            List<WorkbenchItemView> standing,
            boolean complete) {}

    private final List<WorkbenchContributor> contributors;

    @Autowired
    WorkbenchController(ObjectProvider<WorkbenchContributor> contributors) {
        this(contributors.orderedStream().toList());
    }

    WorkbenchController(List<WorkbenchContributor> contributors) {
        this.contributors = contributors;
    }

    @Allow(Permission.SIGNED_IN)
    @Operation(summary = "工作台：待办、变化、现状")
    @GetMapping("/api/workbench")
    WorkbenchView workbench(CurrentUser user) {
        List<WorkbenchItem> items = new ArrayList<>();
        boolean complete = true;
        for (WorkbenchContributor contributor : contributors) {
            try {
                items.addAll(contributor.items(user));
            } catch (RuntimeException fault) {
                // The home page of everybody must not fail because one module can not count.
                LOG.warn("workbench without {}", contributor.getClass().getSimpleName(), fault);
                complete = false;
            }
        }
        items.sort(byUrgency());
        return new WorkbenchView(
                of(items, WorkbenchItem.Section.TODO),
                of(items, WorkbenchItem.Section.CHANGED),
                of(items, WorkbenchItem.Section.STANDING),
                complete);
    }

    /** The most urgent first, then the earliest deadline; what has none comes last, in the order of the modules. */
    private static Comparator<WorkbenchItem> byUrgency() {
        return Comparator.comparing(WorkbenchItem::urgency)
                .reversed()
                .thenComparing(WorkbenchItem::due, Comparator.nullsLast(Comparator.naturalOrder()));
    }

    private static List<WorkbenchItemView> of(List<WorkbenchItem> items, WorkbenchItem.Section section) {
        return items.stream()
                .filter(item -> item.section() == section)
                .map(WorkbenchItemView::of)
                .toList();
    }
}
