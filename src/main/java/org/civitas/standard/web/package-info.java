/** The standard module in the interface. */
@NullMarked
package org.civitas.standard.web;

import org.jspecify.annotations.NullMarked;
