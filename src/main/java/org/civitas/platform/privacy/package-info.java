/** Personal data: masked wherever it is shown, opened one by one with a reason. */
@org.jspecify.annotations.NullMarked
package org.civitas.platform.privacy;
