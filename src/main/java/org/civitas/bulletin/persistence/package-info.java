@NullMarked
package org.civitas.bulletin.persistence;

import org.jspecify.annotations.NullMarked;
