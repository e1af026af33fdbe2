/** 工作日历 — knows which hours are worked, so that a time limit becomes a moment and a moment becomes time left. */
@ApplicationModule(
        displayName = "工作日历",
        allowedDependencies = {"shared", "platform"})
@NullMarked
package org.civitas.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
