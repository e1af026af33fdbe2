@NullMarked
package org.civitas.inspection.persistence;

import org.jspecify.annotations.NullMarked;
