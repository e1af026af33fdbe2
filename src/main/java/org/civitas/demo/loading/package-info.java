/** Puts the generated city into the database: through the modules' own doors where they have one, by COPY for the big tables. */
@NullMarked
package org.civitas.demo.loading;

import org.jspecify.annotations.NullMarked;
