@NullMarked
package org.civitas.media.domain;

import org.jspecify.annotations.NullMarked;
