/** 问题闭环 — keeps every problem from its finding to its closing: who must do what, by when, and who saw that it was done. */
@ApplicationModule(
        displayName = "问题闭环",
        allowedDependencies = {"shared", "platform", "calendar", "territory", "media", "inspection"})
@NullMarked
package org.civitas.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
