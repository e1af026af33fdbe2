/** How much one account or one address may ask: rates, sizes, and the answers when it is too much. */
@org.jspecify.annotations.NullMarked
package org.civitas.platform.limits;
