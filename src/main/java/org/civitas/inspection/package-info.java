/** 督查 — plans by quota, verifiable draws, tasks, visits and append-only observations, secret until released. */
@ApplicationModule(
        displayName = "督查",
        allowedDependencies = {"shared", "platform", "territory", "identity", "media", "standard", "site"})
@NullMarked
package org.civitas.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
