package org.candor.audit.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy in the list. */
@Schema(name = "PolicySummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicySummary(
        UUID policyId,
        String entityId,
        String code,
        PolicyRequest.Kind kind,
        LocalDate nextReviewOn,
        @Schema(nullable = true) LocalDate withdrawnOn) {

    static PolicySummary of(Policies.Head policy) {
        return new PolicySummary(
                policy.policyId(),
                policy.entityId(),
                policy.code(),
                PolicyRequest.Kind.valueOf(policy.kind()),
                policy.nextReviewOn(),
                policy.withdrawnOn().orElse(null));
    }
}
