package org.candor.local.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A <code>${NAME:default}</code> in the value of a setting. */
record Placeholder(String name, Optional<String> fallback) {

    /** Those in that text, and those in their defaults. */
    static List<Placeholder> in(String text) {
        List<Placeholder> found = new ArrayList<>();
        int begin = text.indexOf("${");
        while (begin >= 0) {
            int end = end(text, begin + 2);
            String inside = text.substring(begin + 2, end);
            int colon = inside.indexOf(':');
            Placeholder placeholder = colon < 0
                    ? new Placeholder(inside, Optional.empty())
                    : new Placeholder(inside.substring(0, colon), Optional.of(inside.substring(colon + 1)));
            found.add(placeholder);
            placeholder.fallback.ifPresent(fallback -> found.addAll(in(fallback)));
            begin = text.indexOf("${", end);
        }
        return found;
    }

    /** What the text is as long as nobody sets a variable of ours; empty where one must be set. */
    static Optional<String> withoutVariables(String text) {
        String plain = text;
        for (Placeholder placeholder : in(text)) {
            if (placeholder.isVariable() && plain.contains(placeholder.text())) {
                if (placeholder.fallback.isEmpty()) {
                    return Optional.empty();
                }
                plain = plain.replace(placeholder.text(), placeholder.fallback.get());
            }
        }
        return Optional.of(plain);
    }

    boolean isVariable() {
        return name.startsWith("CANDOR_");
    }

    private String text() {
        return "${" + name + fallback.map(text -> ":" + text).orElse("") + "}";
    }

    /** Where the brace closes that was opened before. */
    private static int end(String text, int from) {
        int open = 1;
        int at = from;
        while (open > 0) {
            char letter = text.charAt(at);
            open += letter == '{' ? 1 : letter == '}' ? -1 : 0;
            at++;
        }
        return at - 1;
    }
}
