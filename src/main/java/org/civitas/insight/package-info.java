/** 工作台与分析 — composes read-only views from what other modules offer; it owns no truth. */
@ApplicationModule(
        displayName = "工作台与分析",
        allowedDependencies = {"shared", "platform", "territory", "standard", "site", "casework"})
@NullMarked
package org.civitas.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
