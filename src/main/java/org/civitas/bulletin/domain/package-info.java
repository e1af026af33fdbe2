@NullMarked
package org.civitas.bulletin.domain;

import org.jspecify.annotations.NullMarked;
