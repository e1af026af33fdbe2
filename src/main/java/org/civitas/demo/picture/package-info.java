/** Scenes drawn by the program: the same place with a fault and without it. */
@NullMarked
package org.civitas.demo.picture;

import org.jspecify.annotations.NullMarked;
