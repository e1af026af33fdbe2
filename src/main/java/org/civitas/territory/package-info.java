/** 区划与单位 — the area tree, the units and who answers for what since when. */
@ApplicationModule(
        displayName = "区划与单位",
        allowedDependencies = {"shared", "platform"})
@NullMarked
package org.civitas.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
