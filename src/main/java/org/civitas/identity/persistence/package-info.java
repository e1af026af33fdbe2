@org.jspecify.annotations.NullMarked
package org.civitas.identity.persistence;
