/** The REST interface of rounds. */
@NullMarked
package org.civitas.scoring.web;

import org.jspecify.annotations.NullMarked;
