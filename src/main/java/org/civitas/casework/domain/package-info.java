@NullMarked
package org.civitas.casework.domain;

import org.jspecify.annotations.NullMarked;
