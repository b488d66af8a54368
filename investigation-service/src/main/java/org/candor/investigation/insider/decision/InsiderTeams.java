package org.candor.investigation.insider.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.investigation.decision.Verdict;

/** The security and the privacy officer set up the team together (policy S4), so each of them is always in it. */
public final class InsiderTeams {

    private InsiderTeams() {}

    /** @param inCharge who answers for the case, none of them recused; another stands in where an officer is */
    public static Verdict<Set<String>> set(Set<String> members, String by, List<Assigned> inCharge) {
        if (!answers(by, inCharge)) {
            return refused(InsiderRefusal.NOT_IN_CHARGE);
        }
        List<String> missing = inCharge.stream()
                .filter(officer -> !members.contains(officer.person()))
                .map(officer -> "member." + officer.role())
                .distinct()
                .toList();
        return missing.isEmpty() ? accepted(new TreeSet<>(members)) : refused(InsiderRefusal.OFFICERS_MISSING, missing);
    }

    /** Whoever may set it up may lift it, with the reason; answers who did. */
    public static Verdict<String> lift(boolean there, String by, List<Assigned> inCharge) {
        if (!answers(by, inCharge)) {
            return refused(InsiderRefusal.NOT_IN_CHARGE);
        }
        return there ? accepted(by) : refused(InsiderRefusal.NO_TEAM);
    }

    private static boolean answers(String by, List<Assigned> inCharge) {
        return inCharge.stream().anyMatch(officer -> officer.person().equals(by));
    }
}
