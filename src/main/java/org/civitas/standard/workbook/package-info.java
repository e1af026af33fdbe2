/** An edition as one workbook: what stands on its sheets, how they are read and written. */
@NullMarked
package org.civitas.standard.workbook;

import org.jspecify.annotations.NullMarked;
