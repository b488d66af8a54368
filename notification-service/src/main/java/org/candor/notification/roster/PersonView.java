package org.candor.notification.roster;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.PersonalText;
import org.candor.notification.roster.decision.AddressFlaw;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An affected person: how he is told and why so. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PersonView(
        UUID id,
        PersonalText externalId,
        PersonalText name,

        @Schema(description = "To whom the notice goes, where somebody is addressed")
        PersonalText addressee,

        String residence,
        String language,

        @Schema(examples = "FIRST_CLASS_MAIL") String method,
        @Schema(examples = "LAST_KNOWN_ADDRESS") String reason,
        @Schema(examples = "45 CFR 164.404(d)(1)(i)") String citation,

        @Schema(description = "What is wrong with the address")
        List<AddressFlaw> addressFlaws,

        @Schema(enumeration = {"PENDING", "TOLD", "SUBSTITUTE", "NOBODY"})
        String state,

        @Schema(description = "The newest notice; of a letter its id for /letters/{id}.pdf")
        UUID noticeId,

        String noticeState,
        LocalDate sentOn,
        Integer attempts,
        Boolean possibleDuplicate,

        @Schema(description = "Language and version of the text he got", examples = "en-1")
        String text) {

    /** How somebody is told, for whoever need not know who it is. */
    PersonView withoutName() {
        return new PersonView(
                id,
                null,
                null,
                null,
                residence,
                language,
                method,
                reason,
                citation,
                addressFlaws,
                state,
                noticeId,
                noticeState,
                sentOn,
                attempts,
                possibleDuplicate,
                text);
    }
}
