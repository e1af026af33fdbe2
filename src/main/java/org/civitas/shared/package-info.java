/** 共享内核 — small values that every module uses; no beans, no I/O. */
@ApplicationModule(displayName = "共享内核", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.civitas.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
