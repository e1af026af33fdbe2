@NullMarked
package org.civitas.calendar.persistence;

import org.jspecify.annotations.NullMarked;
