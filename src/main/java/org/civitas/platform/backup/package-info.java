/** 备份与恢复 — the database in one snapshot and the files it refers to, out and in again, whole or one city alone. */
@NullMarked
package org.civitas.platform.backup;

import org.jspecify.annotations.NullMarked;
