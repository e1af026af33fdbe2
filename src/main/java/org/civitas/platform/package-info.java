/** 平台 — the ground under every module: cities, database, access, audit, jobs, documents; it knows no word of the field. */
@ApplicationModule(displayName = "平台", type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
@NullMarked
package org.civitas.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
