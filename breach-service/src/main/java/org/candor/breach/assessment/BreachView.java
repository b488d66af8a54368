package org.candor.breach.assessment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.events.AssessmentOutcome;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is owed for a breach, and how it came to be so.
 *
 * @param history every computation, the first first: was due, now due, because
 * @param offer counts of the newest roster; a difference from the facts is open until somebody adopts it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Breach")
public record BreachView(
        UUID incidentId,
        String entityId,
        String entityName,
        String timeZone,
        boolean drill,
        AssessmentOutcome outcome,
        LocalDate discoveredOn,
        LocalDate combinedLetterDue,
        String trackingNumber,
        LocalDate submittedOn,
        List<KeptObligation> obligations,
        List<String> warnings,
        CountsOffers.Offer offer,
        boolean offerDiffers,
        List<KeptComputation> history,
        String disclaimer) {}
