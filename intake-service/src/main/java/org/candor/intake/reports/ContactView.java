package org.candor.intake.reports;

import java.time.LocalDate;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who reported, where the answer goes, and what its letters say; empty text for what he did not give. */
@Schema(
        name = "ReporterContact",
        requiredProperties = {
            "answerBy",
            "name",
            "email",
            "phone",
            "address",
            "language",
            "receivedOn",
            "nonRetaliation"
        })
public record ContactView(
        AnswerBy answerBy,
        PersonalText name,

        @Schema(description = "A service gets it only where the answer goes by e-mail")
        PersonalText email,

        @Schema(description = "A service never gets it") PersonalText phone,

        @Schema(description = "As on an envelope; a service gets it only where the answer goes by letter")
        PersonalText address,

        @Schema(description = "In which he is written to: en or es", examples = "en")
        String language,

        @Schema(description = "Day of receipt in the zone of the legal entity; the acknowledgement names it")
        LocalDate receivedOn,

        @Schema(description = "Last day to answer a complaint, which the acknowledgement names; null for all else")
        LocalDate answerDueOn,

        @Schema(description = "The promise that nobody may retaliate, in his language; it stands in every letter")
        String nonRetaliation) {

    static ContactView of(KeptContact contact) {
        ContactDetails details = contact.details();
        return new ContactView(
                contact.answerBy(),
                new PersonalText(details.name()),
                new PersonalText(details.email()),
                new PersonalText(details.phone()),
                new PersonalText(details.address()),
                contact.language(),
                contact.receivedOn(),
                contact.answerDueOn(),
                Statement.nonRetaliation(contact.language()));
    }
}
