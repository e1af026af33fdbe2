/** What an edition must be like, as small rules with stable codes; pure Java. */
@NullMarked
package org.civitas.standard.domain;

import org.jspecify.annotations.NullMarked;
