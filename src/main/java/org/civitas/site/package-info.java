/** 点位 — the register of places that are inspected: where they are, of what type, who answers for them, and their history. */
@ApplicationModule(
        displayName = "点位",
        allowedDependencies = {"shared", "platform", "territory", "standard"})
@NullMarked
package org.civitas.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
