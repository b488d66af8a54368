package org.candor.investigation.cyber.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.candor.investigation.cyber.decision.Draft.Status;

/** What of policy II keeps a case open: two questions to be decided, and drafts that are neither sent nor withdrawn. */
public final class CyberMatters {

    private CyberMatters() {}

    /**
     * @param answers the newest answer to each question
     * @param drill in an exercise a signed draft is the end, for nothing is sent
     */
    public static List<String> open(
            boolean cyberRelated, Map<Agency.Kind, Boolean> answers, Collection<Draft> drafts, boolean drill) {
        List<String> open = new ArrayList<>();
        if (cyberRelated) {
            for (Agency.Kind kind : Agency.Kind.values()) {
                if (!answers.containsKey(kind)) {
                    open.add("cyber.decision." + kind);
                } else if (answers.get(kind) && drafts.stream().noneMatch(draft -> told(draft, kind, drill))) {
                    open.add("cyber.report." + kind);
                }
            }
        }
        drafts.stream()
                .filter(draft -> !draft.ended() && !(drill && draft.status() == Status.SIGNED))
                .forEach(draft -> open.add("cyber.draft." + draft.id()));
        return List.copyOf(open);
    }

    private static boolean told(Draft draft, Agency.Kind kind, boolean drill) {
        return draft.agency().kind() == kind
                && (draft.status() == Status.SENT || drill && draft.status() == Status.SIGNED);
    }
}
