/** 系统状况 — figures about the running system, for its administrator and for a scraper; none about persons. */
@org.jspecify.annotations.NullMarked
package org.civitas.platform.watch;
