package org.candor.investigation.cases.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * What kind of case it is (policy I.B.2.a, II.2).
 *
 * @param improperUseOrDisclosure the report concerns a potential improper use or disclosure of health information
 */
public record Classification(
        boolean privacy,
        boolean security,
        boolean phiMayBeInvolved,
        boolean improperUseOrDisclosure,
        boolean cyberRelated) {

    /** Policy I.G: a privacy form for privacy cases, a security form for security cases. */
    public List<Form> forms() {
        List<Form> asked = new ArrayList<>();
        if (privacy) {
            asked.add(Form.PRIVACY_INCIDENT_REPORT);
        }
        if (security) {
            asked.add(Form.SECURITY_INCIDENT_REPORT);
        }
        return List.copyOf(asked);
    }

    /** Answers that can't be true together, by name; empty when the classification is sound. */
    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        if (cyberRelated && !security) {
            found.add("security");
        }
        if (improperUseOrDisclosure && !privacy) {
            found.add("privacy");
        }
        if (improperUseOrDisclosure && !phiMayBeInvolved) {
            found.add("phiMayBeInvolved");
        }
        return List.copyOf(found);
    }
}
