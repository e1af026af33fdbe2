/** Seeded draws, so that one seed and one last day always make the same city. */
@NullMarked
package org.civitas.demo.chance;

import org.jspecify.annotations.NullMarked;
