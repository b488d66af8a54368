package org.candor.breach.obligations;

import java.util.List;
import org.candor.breach.BreachProblem;
import org.candor.breach.obligations.decision.Precondition;
import org.candor.kit.errors.Problem;

/** Names to a client every precondition that his facts break. */
public final class Contradictions {

    private static final int MOST = 100;

    private Contradictions() {}

    /** {@code prefix} says where in the request the facts stand. */
    public static Problem of(List<Precondition.Broken> broken, String prefix) {
        Problem problem = new Problem(BreachProblem.FACTS_CONTRADICT);
        broken.stream()
                .limit(MOST)
                .forEach(each -> problem.field(prefix + each.pointer(), each.text() + " (" + each.which() + ")"));
        return problem;
    }
}
