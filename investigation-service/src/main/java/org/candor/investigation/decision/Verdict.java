package org.candor.investigation.decision;

import java.util.List;
import java.util.function.Function;

/** The answer to a command on what belongs to a case: the next state, or why not. A refusal changes nothing. */
public sealed interface Verdict<S> {

    record Accepted<S>(S next) implements Verdict<S> {}

    /**
     * Not obeyed.
     *
     * @param reason of the feature's own list; the shell has one client-visible problem of the same name for each
     * @param missing what would have to be there, as stable codes
     */
    record Refused<S>(Enum<?> reason, List<String> missing) implements Verdict<S> {
        public Refused {
            missing = List.copyOf(missing);
        }
    }

    static <S> Verdict<S> accepted(S next) {
        return new Accepted<>(next);
    }

    static <S> Verdict<S> refused(Enum<?> reason) {
        return new Refused<>(reason, List.of());
    }

    static <S> Verdict<S> refused(Enum<?> reason, List<String> missing) {
        return new Refused<>(reason, missing);
    }

    /** The next state; {@code orElse} makes what is thrown of a refusal. */
    default S orThrow(Function<Refused<S>, RuntimeException> orElse) {
        return switch (this) {
            case Accepted<S> accepted -> accepted.next();
            case Refused<S> refused -> throw orElse.apply(refused);
        };
    }
}
