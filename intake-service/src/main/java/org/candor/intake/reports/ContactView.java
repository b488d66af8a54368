package org.candor.intake.reports;

import org.candor.intake.reports.decision.AnswerBy;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who reported and where the answer goes; empty text for what he did not give. */
@Schema(
        name = "ReporterContact",
        requiredProperties = {"answerBy", "name", "email", "phone", "address"})
public record ContactView(
        AnswerBy answerBy, PersonalText name, PersonalText email, PersonalText phone, PersonalText address) {

    static ContactView of(AnswerBy answerBy, ContactDetails details) {
        return new ContactView(
                answerBy,
                new PersonalText(details.name()),
                new PersonalText(details.email()),
                new PersonalText(details.phone()),
                new PersonalText(details.address()));
    }
}
