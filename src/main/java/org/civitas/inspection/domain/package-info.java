@NullMarked
package org.civitas.inspection.domain;

import org.jspecify.annotations.NullMarked;
