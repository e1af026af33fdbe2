@NullMarked
package org.civitas.media.application;

import org.jspecify.annotations.NullMarked;
