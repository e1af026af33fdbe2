/** Doors: who may ask what, whose rows come back, what is taken in and what goes out. */
@org.jspecify.annotations.NullMarked
package org.civitas.access;
