/** Areas, water, roads and sites of the city, in kilometres first and in degrees at the end. */
@NullMarked
package org.civitas.demo.geography;

import org.jspecify.annotations.NullMarked;
