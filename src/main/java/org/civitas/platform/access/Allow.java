package org.civitas.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call this endpoint: an account with any one of the permissions.
 *
 * <p>An account that owes something (see {@link Obligation}) may call it only if {@code despite} names what it owes.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Allow {
    Permission[] value();

    Obligation[] despite() default {};
}
