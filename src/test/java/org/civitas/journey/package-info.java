/** Tests on the packaged program, as its users start it: run by {@code bin/test} after packaging. */
@org.jspecify.annotations.NullMarked
package org.civitas.journey;
