@NullMarked
package org.civitas.bulletin.web;

import org.jspecify.annotations.NullMarked;
