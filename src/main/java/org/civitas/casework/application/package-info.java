@NullMarked
package org.civitas.casework.application;

import org.jspecify.annotations.NullMarked;
