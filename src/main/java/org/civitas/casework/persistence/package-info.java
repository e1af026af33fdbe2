@NullMarked
package org.civitas.casework.persistence;

import org.jspecify.annotations.NullMarked;
