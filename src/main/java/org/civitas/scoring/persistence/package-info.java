/** Tables of rounds: frozen inputs, results, losses; written once, read by SQL. */
@NullMarked
package org.civitas.scoring.persistence;

import org.jspecify.annotations.NullMarked;
