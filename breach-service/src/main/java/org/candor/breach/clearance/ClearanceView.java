package org.candor.breach.clearance;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.ObligationKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to whoever is about to send. It holds for the day {@code asOf} and no longer: ask before each batch.
 *
 * @param answer {@code CLEAR}: send. {@code HELD}: not before {@code heldUntil}. {@code DELEGATED}:
 *     do not send, a business associate does. {@code NOT_OWED}: nothing of that kind is owed
 * @param heldUntil first day on which such notices may go again; only with {@code HELD}
 * @param asOf today on the calendar of the legal entity, in {@code timeZone}
 * @param computation version of the computation that was asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Clearance")
public record ClearanceView(
        UUID incidentId,
        ObligationKind kind,
        Answer answer,
        LocalDate heldUntil,
        String why,
        LocalDate asOf,
        String timeZone,
        int computation) {

    /** What is answered. */
    public enum Answer {
        CLEAR,
        HELD,
        DELEGATED,
        NOT_OWED
    }
}
