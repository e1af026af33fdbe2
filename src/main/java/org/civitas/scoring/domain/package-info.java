/** The arithmetic of a round: pure functions over frozen inputs; no clock, no database, no floating point. */
@NullMarked
package org.civitas.scoring.domain;

import org.jspecify.annotations.NullMarked;
