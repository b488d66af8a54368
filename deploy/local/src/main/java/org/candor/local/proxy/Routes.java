package org.candor.local.proxy;

import java.util.Set;
import java.util.regex.Pattern;

/** Which service answers a path. */
final class Routes {

    /** What the proxy does with a request. */
    sealed interface Decision {

        /** Hand it to that service. */
        record Forward(String service) implements Decision {}

        /** Answer it here. */
        record Refuse(Refusal refusal) implements Decision {}
    }

    // Two spellings of one path could be told apart here and be the same to the service. So there is one spelling only.
    // Escaped letters, digits and - . _ ~ are the plain ones; escaped / \ ; and NUL are read in more than one way.
    private static final Pattern SEVERAL_SPELLINGS = Pattern.compile(
            "//|/\\.\\.?(/|$)|[;\\\\]|%(3[0-9b]|4[1-9a-f]|5[0-9acf]|6[1-9a-f]|7[0-9ae]|2[def]|00)",
            Pattern.CASE_INSENSITIVE);

    private final Set<String> services;

    Routes(Set<String> services) {
        this.services = Set.copyOf(services);
    }

    Decision decide(String path) {
        if (SEVERAL_SPELLINGS.matcher(path).find()) {
            return new Decision.Refuse(Refusal.PATH_NOT_CANONICAL);
        }
        String root = root(path);
        if (!services.contains(root)) {
            return new Decision.Refuse(Refusal.NOT_FOUND);
        }
        return new Decision.Forward(root);
    }

    private static String root(String path) {
        int end = path.indexOf('/', 1);
        return path.substring(Math.min(1, path.length()), end < 0 ? path.length() : end);
    }
}
