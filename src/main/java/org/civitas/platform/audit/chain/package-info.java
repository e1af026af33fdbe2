/** 审计链 — links committed audit lines to a chain of hashes, keeps its head outside the database, and checks it. */
@org.jspecify.annotations.NullMarked
package org.civitas.platform.audit.chain;
