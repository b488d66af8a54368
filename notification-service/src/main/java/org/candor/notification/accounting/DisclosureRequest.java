package org.candor.notification.accounting;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an accounting says of this breach (45 CFR 164.528(b)(2)). */
@Schema(examples = """
                {"disclosedOn": "2026-11-18", "recipientName": "Billing company that was not ours", "recipientAddress": "Rockford, IL",
                 "description": "Name, date of birth, dates of treatment", "purpose": "None: the disclosure was not permitted"}
                """)
public record DisclosureRequest(
        @NotNull LocalDate disclosedOn,

        @Schema(description = "Who got the information; \"not known\" where nobody knows")
        @NotNull
        @CleanText(max = 200)
        PersonalText recipientName,

        @Schema(description = "If known") @CleanText(max = 300)
        PersonalText recipientAddress,

        @Schema(description = "The types of information, as in the letter") @NotNull @CleanText(max = 1000)
        PersonalText description,

        @Schema(description = "Purpose or basis, in plain words") @NotNull @CleanText(max = 500)
        PersonalText purpose) {

    /** As it is recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BreachDisclosure")
    public record View(
            UUID incidentId,
            LocalDate disclosedOn,
            PersonalText recipientName,
            PersonalText recipientAddress,
            PersonalText description,
            PersonalText purpose,
            Instant recordedAt,
            String recordedBy) {}
}
