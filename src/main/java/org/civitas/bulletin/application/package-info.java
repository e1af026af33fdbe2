@NullMarked
package org.civitas.bulletin.application;

import org.jspecify.annotations.NullMarked;
