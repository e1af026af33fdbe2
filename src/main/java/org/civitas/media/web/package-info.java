@NullMarked
package org.civitas.media.web;

import org.jspecify.annotations.NullMarked;
