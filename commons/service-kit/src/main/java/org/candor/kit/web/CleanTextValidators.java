package org.candor.kit.web;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Decides what {@link CleanText} lets through. */
final class CleanTextValidators {

    private CleanTextValidators() {}

    /** For plain strings. */
    public static class OfText implements ConstraintValidator<CleanText, String> {
        private int max;

        @Override
        public void initialize(CleanText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || isClean(text, max);
        }
    }

    /** For texts that are redacted in logs. */
    public static class OfPersonalText implements ConstraintValidator<CleanText, PersonalText> {
        private int max;

        @Override
        public void initialize(CleanText constraint) {
            max = constraint.max();
        }

        @Override
        public boolean isValid(PersonalText text, ConstraintValidatorContext context) {
            return text == null || isClean(text.value(), max);
        }
    }

    static boolean isClean(String text, int max) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= max
                && text.codePoints().allMatch(CleanTextValidators::isAllowed);
    }

    private static boolean isAllowed(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> !isNoncharacter(codePoint);
        };
    }

    /** Never to be assigned. What is merely unassigned may be an emoji that is younger than the running JDK. */
    private static boolean isNoncharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || codePoint >= 0xFDD0 && codePoint <= 0xFDEF;
    }
}
