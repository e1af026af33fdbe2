@NullMarked
package org.civitas.inspection.web;

import org.jspecify.annotations.NullMarked;
