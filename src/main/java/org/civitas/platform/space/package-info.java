/** 磁盘余量 — below a low-water mark nothing more is written, so that what is there stays readable and whole. */
@NullMarked
package org.civitas.platform.space;

import org.jspecify.annotations.NullMarked;
