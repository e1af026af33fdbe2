/** What every part of the program must keep to. */
@org.jspecify.annotations.NullMarked
package org.civitas.architecture;
