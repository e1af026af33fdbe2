/** 表格 — import of workbooks with every fault at its cell, and streaming export; see {@link SheetImport} for an example. */
@NullMarked
package org.civitas.platform.xlsx;

import org.jspecify.annotations.NullMarked;
