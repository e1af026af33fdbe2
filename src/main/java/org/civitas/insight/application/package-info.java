@org.jspecify.annotations.NullMarked
package org.civitas.insight.application;
