package org.candor.notification.telephone;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody to be called. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TelephoneTask")
public record TaskView(
        UUID id,
        UUID personId,
        Purpose purpose,

        @Schema(enumeration = {"OPEN", "DONE", "GIVEN_UP"}) String state,

        PersonalText name,

        @Schema(
                description =
                        "As the roster has it, E.164 where it could be read; absent where there is none. In a list its last two"
                                + " digits only: the task itself has all of it")
        PersonalText phone,

        @Schema(examples = "en") String language,
        int attempts,
        LocalDate closedOn,

        @Schema(description = "What to say, from the approved telephone script; only when one task is read")
        PersonalText script,

        @Schema(description = "Only when one task is read") List<CallView> calls) {

    private static final String MASK = "…";
    private static final int SHOWN = 2;

    /** As much of the number as tells two apart. */
    TaskView masked() {
        return new TaskView(
                id,
                personId,
                purpose,
                state,
                name,
                phone == null ? null : new PersonalText(MASK + end(phone.value())),
                language,
                attempts,
                closedOn,
                script,
                calls);
    }

    private static String end(String number) {
        return number.substring(Math.max(0, number.length() - SHOWN));
    }

    /** One attempt. */
    @Schema(name = "TelephoneCall")
    public record CallView(Instant calledAt, CallOutcome outcome, PersonalText note, String recordedBy) {}
}
