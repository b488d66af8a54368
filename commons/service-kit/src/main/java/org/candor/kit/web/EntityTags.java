package org.candor.kit.web;

import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** Strong entity tags made of the row's version, so that nobody overwrites what he has not seen. */
public final class EntityTags {

    private EntityTags() {}

    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses with 428 without an {@code If-Match}, with 412 when it names another version. */
    public static void check(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(CommonProblem.IF_MATCH_REQUIRED);
        }
        if (!ifMatch.equals("*") && !ifMatch.strip().equals(of(version))) {
            throw new Problem(CommonProblem.STALE_VERSION);
        }
    }
}
