package org.candor.investigation.cases.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the review after the incident answers (policy I.H.1 and I.H.2, a to c). */
public enum FollowUpItem {
    REVIEW_DAY("reviewedOn"),
    COST("cost"),
    IMPACT("impact"),
    HANDLING("handling"),
    IMPROVEMENTS("improvements"),
    LESSONS_LEARNED("lessonsLearned");

    private final String field;

    FollowUpItem(String field) {
        this.field = field;
    }

    /** The name of the item on the wire. */
    public String field() {
        return field;
    }

    static List<String> missingFrom(Set<FollowUpItem> written) {
        return EnumSet.allOf(FollowUpItem.class).stream()
                .filter(item -> !written.contains(item))
                .map(item -> "follow-up." + item.field)
                .toList();
    }
}
