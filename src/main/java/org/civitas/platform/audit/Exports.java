package org.civitas.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * 导出 — this endpoint hands out a file of the city's data: an audit line {@code export.<value>} is committed before the
 * first byte leaves, with what was asked for. A test finds endpoints that hand out a file without it.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exports {

    /** What is handed out: a stable code such as {@code cases}. */
    String value();
}
