package org.candor.test;

import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs a {@code @QuarkusTest} on a real PostgreSQL and a real Kafka, and with tokens of {@link Tokens}.
 *
 * <p>There is one of each per JVM; both end with it. A service gets a database of its own with its own login, all topics
 * of the platform, and the settings that its environment gives it in production.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithTestResource(PlatformResource.class)
public @interface OnRealPlatform {

    /** Name of the database and of its login; by default the application's name without {@code -service}. */
    String service() default "";

    /**
     * True where the tables belong to another role than the service's login, so that migrations have to grant every right
     * that the service uses. By default the login owns its database.
     */
    boolean separateOwner() default false;
}
