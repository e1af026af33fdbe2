/** Use cases of rounds: create, compute, publish, correct, discard. */
@NullMarked
package org.civitas.scoring.application;

import org.jspecify.annotations.NullMarked;
