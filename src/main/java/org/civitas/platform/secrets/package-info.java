@org.jspecify.annotations.NullMarked
package org.civitas.platform.secrets;
