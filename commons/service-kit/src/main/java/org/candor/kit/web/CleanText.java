package org.candor.kit.web;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Free text of a form: not blank, at most {@code max} code points, no control characters but line breaks and tabs, no
 * broken surrogates. Emoji and right-to-left text are welcome. Null passes; add {@code @NotNull} where it must not.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {CleanTextValidators.OfText.class, CleanTextValidators.OfPersonalText.class})
public @interface CleanText {

    int max();

    String message() default "must be text of 1 to {max} characters without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
