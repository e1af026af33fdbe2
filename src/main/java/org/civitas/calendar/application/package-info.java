@NullMarked
package org.civitas.calendar.application;

import org.jspecify.annotations.NullMarked;
