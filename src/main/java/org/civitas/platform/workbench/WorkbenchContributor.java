package org.civitas.platform.workbench;

import java.util.List;
import org.civitas.platform.access.CurrentUser;

/**
 * 工作台来源 — a module's share of the home page, as a Spring bean.
 *
 * <p>It answers only what the user may see (permission and data scope), quickly (a few counting statements), and leaves
 * out a TODO whose figure is zero. It must not write.
 */
public interface WorkbenchContributor {

    List<WorkbenchItem> items(CurrentUser user);
}
