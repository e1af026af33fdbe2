/** 通报 — rankings of units and streets by one scheme, and the papers that publish them. */
@ApplicationModule(
        displayName = "通报",
        allowedDependencies = {"shared", "platform", "territory", "calendar", "media", "casework", "scoring"})
@NullMarked
package org.civitas.bulletin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
