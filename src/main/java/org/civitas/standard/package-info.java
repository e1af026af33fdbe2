/** 测评体系 — what is assessed: editions with their tree, requirements and rules, site types and check items. */
@ApplicationModule(
        displayName = "测评体系",
        allowedDependencies = {"shared", "platform", "territory"})
@NullMarked
package org.civitas.standard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
