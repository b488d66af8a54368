package org.candor.intake.reports;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.candor.intake.reports.decision.AnswerBy;
import org.candor.kit.crypto.IncidentCipher;
import org.candor.kit.outbox.EventJson;

/**
 * A contact with what the letters to it say.
 *
 * @param receivedOn day of receipt in the entity's zone
 * @param answerDueOn last day to answer a complaint; null for all else
 */
record KeptContact(
        AnswerBy answerBy,
        ContactDetails details,
        String language,
        LocalDate receivedOn,
        LocalDate answerDueOn,
        boolean withdrawn) {

    /** Reads a row of {@link Contacts}. */
    static KeptContact of(UUID incidentId, Object[] row, IncidentCipher cipher) {
        String details = cipher.read(ContactDetails.PLACE, incidentId, (byte[]) row[1]);
        return new KeptContact(
                AnswerBy.valueOf((String) row[0]),
                EventJson.read(details, ContactDetails.class),
                (String) row[2],
                (LocalDate) row[3],
                (LocalDate) row[4],
                (Boolean) row[5]);
    }

    /** What was given and is not among the shown ones. */
    Set<ContactField> maskedBut(Set<ContactField> shown) {
        Set<ContactField> masked = EnumSet.noneOf(ContactField.class);
        for (ContactField field : ContactField.values()) {
            if (!shown.contains(field) && !details.of(field).isEmpty()) {
                masked.add(field);
            }
        }
        return masked;
    }

    /** No more than an answer in the chosen way needs (45 CFR 164.502(b)). */
    KeptContact asNeeded() {
        ContactDetails needed = new ContactDetails(
                details.name(),
                answerBy == AnswerBy.EMAIL ? details.email() : "",
                "",
                answerBy == AnswerBy.LETTER ? details.address() : "");
        return new KeptContact(answerBy, needed, language, receivedOn, answerDueOn, withdrawn);
    }
}
