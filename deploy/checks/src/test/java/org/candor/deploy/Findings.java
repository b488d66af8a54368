package org.candor.deploy;

import java.util.List;
import java.util.Set;

/** What a rule has found. */
final class Findings {

    private Findings() {}

    /** What one has and the other has not. */
    static void compare(List<String> found, String what, Set<String> expected, Set<String> given) {
        expected.stream().filter(edge -> !given.contains(edge)).forEach(edge -> found.add(what + edge + ": closed"));
        given.stream().filter(edge -> !expected.contains(edge)).forEach(edge -> found.add(what + edge + ": open"));
    }

    /** That, unless it holds. */
    static void expect(List<String> found, String what, boolean holds) {
        if (!holds) {
            found.add(what);
        }
    }
}
