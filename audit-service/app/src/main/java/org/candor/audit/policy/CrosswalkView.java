package org.candor.audit.policy;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A section of law or an id of another framework, and the policies that serve it today. */
@Schema(name = "PolicyCrosswalk")
public record CrosswalkView(
        @Schema(description = "CFR for a section of 45 CFR, OTHER for another framework's id")
        Framework framework,

        @Schema(examples = "164.308(a)(6)(ii)") String reference,
        List<ServingView> policies) {

    /** Whose reference it is. */
    public enum Framework {
        CFR,
        OTHER
    }

    /** A policy with the version that is in effect; a later version may serve other sections. */
    @Schema(name = "PolicyServing")
    public record ServingView(UUID policyId, String entityId, String code, int version) {}

    public CrosswalkView {
        policies = List.copyOf(policies);
    }
}
