@NullMarked
package org.civitas.casework.web;

import org.jspecify.annotations.NullMarked;
