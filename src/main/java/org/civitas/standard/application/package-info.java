/** What can be done with editions, one class each. */
@NullMarked
package org.civitas.standard.application;

import org.jspecify.annotations.NullMarked;
