package org.candor.notification.hhs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The worksheet 4-III-D: every field of the portal in screen order with its answer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorksheetView(
        UUID incidentId,
        boolean drill,
        Report report,
        String form,

        @Schema(description = "Version of the portal's fields")
        String version,

        String lastVerified,

        @Schema(description = "True when every required field has an answer")
        boolean complete,

        @Schema(description = "Ids of required fields without an answer")
        List<String> missing,

        List<ScreenView> screens,

        @Schema(
                description =
                        "CONTEMPORANEOUS: with the first letter (45 CFR 164.408(b)). ANNUAL_LOG: with the log of the year,"
                                + " see breach-service's annual run. Absent while nothing is owed.")
        String track,

        @Schema(description = "Last day, as breach-service says; it moves with the first letter")
        LocalDate due,

        @Schema(description = "The column of the public list; follows from who files")
        boolean businessAssociatePresent,

        List<SubmissionView> submissions) {

    /** One screen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ScreenView(String title, String note, List<FieldView> fields) {}

    /** One field; conditional fields that are not asked are left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record FieldView(
            String id,
            String label,
            Portal.Type type,
            boolean required,
            List<String> answer,
            List<String> values,
            String help,

            @Schema(description = "False while nobody has checked label and values against the portal")
            boolean verified) {}

    /** What was submitted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SubmissionView(
            UUID id,
            SubmissionRequest.Kind kind,
            @Schema(examples = "CONTEMPORANEOUS") String track,
            @Schema(examples = "20261121-7F3K9") String trackingNumber,
            String previousTrackingNumber,
            LocalDate submittedOn,

            @Schema(description = "Whether the worksheet had every answer at that moment")
            boolean complete,

            @Schema(description = "SHA-256 of the worksheet kept at that moment, hexadecimal")
            String worksheetSha256) {}
}
