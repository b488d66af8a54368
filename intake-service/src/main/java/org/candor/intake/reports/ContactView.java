package org.candor.intake.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who reported, where the answer goes, and what its letters say; empty text for what he did not give. Officers see what was
 * given, and its words only where they ask for them (45 CFR 164.502(b)).
 */
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
        String nonRetaliation,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                description =
                        "What was given and is not shown; …/contact/unmask shows it. Absent where nothing is masked")
        List<ContactField> masked) {

    /** Tells that something is there, and nothing of what. */
    static final String MASK = "•••";

    public ContactView {
        masked = List.copyOf(masked);
    }

    /** All of it, as far as the contact holds it. */
    static ContactView of(KeptContact contact) {
        return masking(contact, Set.of());
    }

    /** The named fields in clear, and of the others only whether they were given. */
    static ContactView showing(Set<ContactField> shown, KeptContact contact) {
        return masking(contact, contact.maskedBut(shown));
    }

    private static ContactView masking(KeptContact contact, Set<ContactField> masked) {
        ContactDetails details = contact.details();
        return new ContactView(
                contact.answerBy(),
                text(details, ContactField.NAME, masked),
                text(details, ContactField.EMAIL, masked),
                text(details, ContactField.PHONE, masked),
                text(details, ContactField.ADDRESS, masked),
                contact.language(),
                contact.receivedOn(),
                contact.answerDueOn(),
                Statement.nonRetaliation(contact.language()),
                masked.stream().sorted().toList());
    }

    private static PersonalText text(ContactDetails details, ContactField field, Set<ContactField> masked) {
        return new PersonalText(masked.contains(field) ? MASK : details.of(field));
    }
}
