/** 工作台 — what each module puts on the home page of a person; the page itself is composed by another module. */
@NullMarked
package org.civitas.platform.workbench;

import org.jspecify.annotations.NullMarked;
