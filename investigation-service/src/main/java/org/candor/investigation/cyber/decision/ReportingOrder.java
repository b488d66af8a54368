package org.candor.investigation.cyber.decision;

import static org.candor.investigation.decision.Verdict.accepted;
import static org.candor.investigation.decision.Verdict.refused;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candor.events.CasePhase;
import org.candor.investigation.decision.Verdict;

/**
 * Policy II.B: reports are made after response, mitigation and contingency plan. The order never stops the clock of the
 * breach notice, which is shown beside it, and who had to report earlier records why.
 */
public final class ReportingOrder {

    private static final Set<CasePhase> RESPONDING = EnumSet.of(CasePhase.TRIAGE, CasePhase.CONTAINMENT);

    private ReportingOrder() {}

    /** What comes before a report. */
    public enum Part {
        RESPONSE,
        MITIGATION,
        CONTINGENCY_PLAN
    }

    /** Done, or not needed here. */
    public enum Outcome {
        DONE,
        NOT_APPLICABLE
    }

    public static Verdict<Part> state(Part part, Set<Part> stated, CasePhase phase, Instant completedAt, Instant now) {
        if (stated.contains(part)) {
            return refused(CyberRefusal.ORDER_STATED_ALREADY);
        }
        if (completedAt.isAfter(now)) {
            return refused(CyberRefusal.STATED_IN_THE_FUTURE);
        }
        if (part == Part.RESPONSE && RESPONDING.contains(phase)) {
            return refused(CyberRefusal.RESPONSE_NOT_OVER);
        }
        return accepted(part);
    }

    public static List<String> missing(Set<Part> stated) {
        return Arrays.stream(Part.values())
                .filter(part -> !stated.contains(part))
                .map(part -> "order." + part)
                .toList();
    }
}
