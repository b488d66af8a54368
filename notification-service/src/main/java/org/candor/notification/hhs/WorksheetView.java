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
        String form,

        @Schema(description = "Version of the portal's fields")
        String version,

        String lastVerified,

        @Schema(description = "True when every required field has an answer")
        boolean complete,

        @Schema(description = "Ids of required fields without an answer")
        List<String> missing,

        List<ScreenView> screens,
        List<SubmissionView> submissions) {

    /** One screen. */
    public record ScreenView(String title, List<FieldView> fields) {}

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
    public record SubmissionView(
            @Schema(examples = "CONTEMPORANEOUS") String track,
            @Schema(examples = "20261121-7F3K9") String trackingNumber,
            LocalDate submittedOn) {}
}
