@NullMarked
package org.civitas.media.persistence;

import org.jspecify.annotations.NullMarked;
