package org.candor.investigation.cases.decision;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candor.events.OfficerRole;

/**
 * What kind of case it is (policy I.B.2.a, II.2).
 *
 * @param improperUseOrDisclosure the report concerns a potential improper use or disclosure of health information
 * @param cyberTests the tests of the definition that are met; none where it is not cyber-related
 * @param noViolation present when the disclosure was one that the rules permit; it bars every sanction
 */
public record Classification(
        boolean privacy,
        boolean security,
        boolean phiMayBeInvolved,
        boolean improperUseOrDisclosure,
        boolean cyberRelated,
        Set<CyberTest> cyberTests,
        Optional<NoViolation> noViolation) {

    public Classification {
        cyberTests = Set.copyOf(cyberTests);
    }

    /** Who answers for the case: both officers together where it is of both kinds (policy I.B.2.a.ii). */
    public Set<OfficerRole> owners() {
        Set<OfficerRole> owners = EnumSet.noneOf(OfficerRole.class);
        if (privacy || !security) {
            owners.add(OfficerRole.PRIVACY_OFFICER);
        }
        if (security) {
            owners.add(OfficerRole.SECURITY_OFFICER);
        }
        return owners;
    }

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
        if (cyberRelated && cyberTests.isEmpty()) {
            found.add("cyberTests");
        }
        if (!cyberRelated && !cyberTests.isEmpty()) {
            found.add("cyberRelated");
        }
        if (improperUseOrDisclosure && !privacy) {
            found.add("privacy");
        }
        if (improperUseOrDisclosure && !phiMayBeInvolved) {
            found.add("phiMayBeInvolved");
        }
        return List.copyOf(found);
    }

    /** The same with what a check list of permitted disclosures found. */
    Classification with(NoViolation found) {
        return new Classification(
                privacy,
                security,
                phiMayBeInvolved,
                improperUseOrDisclosure,
                cyberRelated,
                cyberTests,
                Optional.of(found));
    }
}
