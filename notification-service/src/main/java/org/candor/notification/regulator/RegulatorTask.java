package org.candor.notification.regulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Somebody whom an obligation names: who, until when, with which words, and what proves it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RegulatorTask(
        UUID obligationId,
        ObligationKind kind,
        @Schema(examples = "IL") String jurisdiction,
        String recipient,
        LocalDate due,

        @Schema(description = "First day on which it may go again")
        LocalDate heldUntil,

        @Schema(enumeration = {"OPEN", "HELD", "DONE"}) String state,

        String citation,
        String reason,

        @Schema(description = "What the rule says must stand in the notice")
        List<String> must,

        @Schema(description = "What must not stand in it") List<String> mustNot,

        @Schema(description = "The drafted notice, to be sent or typed in; as PDF at …/{obligationId}/text.pdf")
        String text,

        @Schema(description = "What was recorded; absent while it is open")
        RegulatorView notice) {}
