package org.candor.investigation.cases.decision;

import java.util.List;

/** The answer to a command. */
public sealed interface Decision {

    /** Obeyed: the case as it is from now on, and what has become true. */
    record Accepted(CaseState next, List<CaseFact> facts) implements Decision {
        public Accepted {
            facts = List.copyOf(facts);
        }
    }

    /**
     * Not obeyed, and nothing changed.
     *
     * @param missing what would have to be there, as stable codes such as {@code step.C-05} or {@code form.4-I-A}
     */
    record Refused(Refusal reason, List<String> missing) implements Decision {
        public Refused {
            missing = List.copyOf(missing);
        }
    }

    static Decision accepted(CaseState next, CaseFact... facts) {
        return new Accepted(next, List.of(facts));
    }

    static Decision refused(Refusal reason) {
        return new Refused(reason, List.of());
    }

    static Decision refused(Refusal reason, List<String> missing) {
        return new Refused(reason, missing);
    }
}
