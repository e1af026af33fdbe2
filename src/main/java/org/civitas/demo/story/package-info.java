/** A year of the city: who there is, what was planned, seen and mended; pure, no clock, no database. */
@NullMarked
package org.civitas.demo.story;

import org.jspecify.annotations.NullMarked;
