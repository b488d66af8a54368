package org.candor.investigation.cases.decision;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The minimum documentation of policy I.I, in its order. For the first, the word "anonymous" is an answer: reports can be
 * made without a name.
 */
public enum DocumentationItem {
    REPORTER("reporter"),
    INVESTIGATORS("investigators"),
    DATA_AND_SYSTEMS("dataAndSystems"),
    OCCURRED("occurredFrom"),
    DAMAGE("damage"),
    SUSPECTED_CAUSE("suspectedCause"),
    IDENTIFIED_RISK("identifiedRisk"),
    MITIGATION_AND_RESTORATION("mitigationAndRestoration"),
    RECOMMENDATIONS("recommendations");

    private final String field;

    DocumentationItem(String field) {
        this.field = field;
    }

    /** The name of the item on the wire. */
    public String field() {
        return field;
    }

    static List<String> missingFrom(Set<DocumentationItem> written) {
        return EnumSet.allOf(DocumentationItem.class).stream()
                .filter(item -> !written.contains(item))
                .map(item -> "documentation." + item.field)
                .toList();
    }
}
