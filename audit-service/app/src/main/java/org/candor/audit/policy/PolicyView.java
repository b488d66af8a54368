package org.candor.audit.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A policy with all its versions and reviews. */
@Schema(name = "Policy")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyView(
        UUID policyId,
        String entityId,
        String code,
        PolicyRequest.Kind kind,
        LocalDate nextReviewOn,
        @Schema(nullable = true) LocalDate withdrawnOn,

        @Schema(nullable = true, description = "Number of the version in effect today")
        Integer inEffect,

        List<VersionView> versions,
        List<ReviewView> reviews,
        long version) {

    /** One version. */
    @Schema(name = "PolicyVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record VersionView(
            int number,
            String title,

            @Schema(nullable = true, description = "Only where one version is read")
            String wording,

            LocalDate effectiveOn,
            @Schema(nullable = true) LocalDate lastInEffectOn,

            @Schema(nullable = true, description = "Kept through that day; absent while it is in effect")
            LocalDate keepThrough,

            List<String> leaders,
            List<String> references,
            List<String> sections,
            List<String> externalIds,
            String writtenBy,
            Instant writtenAt) {}

    /** One review. */
    @Schema(name = "PolicyReview")
    public record ReviewView(LocalDate reviewedOn, boolean changed, LocalDate nextReviewOn, String reviewedBy) {}

    /** A file beside a version. */
    @Schema(name = "PolicyAttachment")
    public record AttachmentView(UUID documentId, String name) {}

    /** Who read a version. */
    @Schema(name = "PolicyReceipt")
    public record ReceiptView(String person, Instant readAt) {}
}
