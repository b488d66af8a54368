package org.candor.intake.exceptions;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that was let through beside the rules, for whoever reviews it. */
@Schema(name = "AccessException")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ExceptionView(
        UUID exceptionId,

        @Schema(
                description =
                        "BREAK_GLASS: somebody outside a restricted case read it. UNMASKING: masked values were shown. READERS:"
                                + " who alone may read was set, or lifted where nobody is named")
        ExceptionKind kind,

        UUID incidentId,
        String entityId,

        @Schema(description = "Who did it: an identity provider's subject, or system")
        String person,

        @Schema(description = "Of BREAK_GLASS and UNMASKING: why, as a code", examples = "DUTY_FALLS_DUE")
        String ground,

        @Schema(description = "Of UNMASKING: what was shown", examples = "[\"ADDRESS\"]")
        List<String> fields,

        @Schema(description = "Of READERS: who alone may read from then on")
        List<String> readers,

        @Schema(description = "Of BREAK_GLASS: what he wrote; absent once the incident's records were disposed of")
        PersonalText reason,

        Instant at,

        @Schema(description = "Of BREAK_GLASS: when it ended, or will end by itself")
        Instant endsAt) {

    public ExceptionView {
        fields = List.copyOf(fields);
        readers = List.copyOf(readers);
    }
}
