/** 文件库 — files kept by their content. */
@NullMarked
package org.civitas.platform.store;

import org.jspecify.annotations.NullMarked;
