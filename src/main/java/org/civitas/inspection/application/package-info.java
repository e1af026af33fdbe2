@NullMarked
package org.civitas.inspection.application;

import org.jspecify.annotations.NullMarked;
