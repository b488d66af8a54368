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
 * @param addendumDue by when the count reported to the Secretary should be corrected or confirmed
 * @param parentIncidentId the breach whose letters went astray and so made this one; absent for whoever may not see it
 * @param misaddressed mailings of this breach that went to wrong people, each with the new breach once it is linked
 * @param holds law-enforcement statements, what each does and why; without names
 * @param words what officers said of duties: done, with what proof, or wrongly said to be done, with the reason
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
        String part2TrackingNumber,
        LocalDate addendumDue,
        UUID parentIncidentId,
        List<MisaddressedMailings.Mailing> misaddressed,
        List<HoldView> holds,
        List<KeptObligation> obligations,
        List<String> warnings,
        CountsOffers.Offer offer,
        boolean offerDiffers,
        List<OfficerWords.Word> words,
        List<KeptComputation> history,
        String disclaimer) {}
