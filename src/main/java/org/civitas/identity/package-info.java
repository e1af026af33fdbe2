/** 账号与权限 — accounts, roles, permissions, data scope and sessions. */
@ApplicationModule(
        displayName = "账号与权限",
        allowedDependencies = {"shared", "platform", "territory"})
@NullMarked
package org.civitas.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
