@NullMarked
package org.civitas.calendar.web;

import org.jspecify.annotations.NullMarked;
