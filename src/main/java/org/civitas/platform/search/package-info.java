/** 检索词 — cuts Chinese text into character pairs so that PostgreSQL's own text search finds it. */
@NullMarked
package org.civitas.platform.search;

import org.jspecify.annotations.NullMarked;
