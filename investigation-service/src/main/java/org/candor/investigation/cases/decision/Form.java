package org.candor.investigation.cases.decision;

import java.util.Optional;
import org.candor.events.OfficerRole;

/** The incident report forms of the catalogue (policy V), each with the officer who answers for it. */
public enum Form {
    PRIVACY_INCIDENT_REPORT("4-I-A", OfficerRole.PRIVACY_OFFICER, false),
    SECURITY_INCIDENT_REPORT("4-I-B", OfficerRole.SECURITY_OFFICER, true);

    private final String id;
    private final OfficerRole signer;
    private final boolean listsSteps;

    Form(String id, OfficerRole signer, boolean listsSteps) {
        this.id = id;
        this.signer = signer;
        this.listsSteps = listsSteps;
    }

    public String id() {
        return id;
    }

    public OfficerRole signer() {
        return signer;
    }

    /** True where the form shows every measure with its times (policy I.D.2). */
    public boolean listsSteps() {
        return listsSteps;
    }

    public static Optional<Form> of(String id) {
        for (Form form : values()) {
            if (form.id.equals(id)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
