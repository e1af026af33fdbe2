/**
 * What the official test would find: pass probabilities from history and a simulation of draws and outcomes. Pure functions of
 * inputs and seed; floating point lives only here, never in a round's score.
 */
@NullMarked
package org.civitas.scoring.domain.forecast;

import org.jspecify.annotations.NullMarked;
