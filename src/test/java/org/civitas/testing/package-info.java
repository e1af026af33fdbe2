/** What tests share: a real PostgreSQL, a city of their own, users of every role. */
@org.jspecify.annotations.NullMarked
package org.civitas.testing;
