package org.candor.notification.accounting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.candor.notification.accounting.decision.AnswerTime;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person asks to whom his information was disclosed (45 CFR 164.528); day of birth or ZIP code is needed. */
@Schema(examples = """
                {"entityId": "larkspur-falls", "receivedOn": "2026-11-24", "givenName": "Ana", "familyName": "Vega", "zip": "61101"}
                """)
public record AccountingRequest(
        @NotNull @CleanText(max = 100) String entityId,
        @NotNull LocalDate receivedOn,
        @NotNull @CleanText(max = 100) PersonalText givenName,
        @NotNull @CleanText(max = 100) PersonalText familyName,
        LocalDate bornOn,

        @Pattern(regexp = "\\d{5}(-\\d{4})?", message = "five digits, or nine as 12345-6789")
        String zip) {

    @Override
    public String toString() {
        return "[redacted]";
    }

    /** One extension, told to the person in writing with its reason. */
    @Schema(
            name = "AccountingExtension",
            examples = "{\"reason\": \"Records of the former vendor have to be searched.\"}")
    public record Extension(
            @Schema(description = "As written to the person; no health information") @NotNull @CleanText(max = 500)
            String reason) {}

    /** It was given to the person. */
    @Schema(name = "AccountingAnswer", examples = "{\"answeredOn\": \"2026-12-04\", \"way\": \"first-class mail\"}")
    public record Answer(
            @NotNull LocalDate answeredOn,

            @Schema(description = "How; no health information") @NotNull @CleanText(max = 200)
            String way) {}

    /** A request without the person. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccountingRequestView")
    public record View(
            UUID id,
            String entityId,
            @Schema(enumeration = {"OPEN", "ANSWERED"}) String state,
            LocalDate receivedOn,

            @Schema(description = "First day of the six years that it covers")
            LocalDate coversFrom,

            @Schema(description = "60 days after receipt, 30 more after the one extension")
            LocalDate dueOn,

            String extensionReason,
            LocalDate answeredOn,
            String answerWay,

            @Schema(
                    description =
                            "Breaches that the accounting left out, because a law-enforcement statement held them or its author"
                                    + " could not see them: it has to be completed when they may be told")
            List<UUID> leftOut) {

        public View {
            leftOut = leftOut == null ? List.of() : List.copyOf(leftOut);
        }

        AnswerTime time() {
            return new AnswerTime(receivedOn, dueOn);
        }
    }

    /** What the person gets. */
    @Schema(name = "Accounting")
    public record Accounting(
            View request,
            PersonalText person,
            List<Entry> entries,

            @Schema(description = "Breaches left out because a law-enforcement statement holds their notices")
            int withheld) {}

    /** One breach. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "AccountingEntry")
    public record Entry(
            UUID incidentId,
            LocalDate disclosedOn,
            PersonalText recipientName,
            PersonalText recipientAddress,
            PersonalText description,
            PersonalText purpose,

            @Schema(description = "False while nobody has recorded the disclosure; then the answer waits")
            boolean recorded) {}
}
