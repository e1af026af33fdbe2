/** Tables of the standard module. */
@NullMarked
package org.civitas.standard.persistence;

import org.jspecify.annotations.NullMarked;
