/** 影像与附件 — pictures: taken in safely, shown without their secrets, seen only by whom a referring module lets see. */
@ApplicationModule(
        displayName = "影像与附件",
        allowedDependencies = {"shared", "platform"})
@NullMarked
package org.civitas.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
