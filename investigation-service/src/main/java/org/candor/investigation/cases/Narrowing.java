package org.candor.investigation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/**
 * Leaves out of a view what its reader does not need (45 CFR 164.502(b), 164.514(d); ). Whoever works on a case,
 * decides about it or advises on it reads what people wrote, which may hold health information. An auditor checks that each
 * step was taken, when, by whom and in which order; codes, times, hashes and the signed forms (164.530(j)) show him that.
 */
@ApplicationScoped
public class Narrowing {

    private static final Set<String> WORDS_NEEDED =
            Set.of("privacy-officer", "security-officer", "investigator", "administrator", "counsel");

    private final Caller caller;

    Narrowing(Caller caller) {
        this.caller = caller;
    }

    /** The view as it is for who needs the words, else as {@code withoutWords} makes it. */
    public <V> V of(V view, UnaryOperator<V> withoutWords) {
        return needsWords() ? view : withoutWords.apply(view);
    }

    /** The same with its tag, which tells nothing. */
    public <V> Tagged<V> tagged(Tagged<V> tagged, UnaryOperator<V> withoutWords) {
        return new Tagged<>(of(tagged.view(), withoutWords), tagged.changes());
    }

    /** Refuses a document whose words the caller does not need. */
    void requireWords() {
        if (!needsWords()) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }

    private boolean needsWords() {
        return caller.roles().stream().anyMatch(WORDS_NEEDED::contains);
    }
}
