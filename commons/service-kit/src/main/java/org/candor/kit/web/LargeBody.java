package org.candor.kit.web;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Reads its body up to the limit of large bodies, and refuses the rest with a problem, also where the body does not say its
 * length. For methods on {@code candor.body.large-paths}; it may be read as a stream.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface LargeBody {}
