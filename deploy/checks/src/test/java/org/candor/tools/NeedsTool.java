package org.candor.tools;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A check that uses another program than a JDK. Where one of the programs is missing, the check is skipped and listed at the
 * end of {@code ./candor test}; in CI, where nothing may be skipped, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolCondition.class)
public @interface NeedsTool {

    /** Names of programs, as on the path. */
    String[] value();
}
