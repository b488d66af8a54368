package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.events.CaseEvent.ComplaintResult;
import org.candor.events.CaseEvent.LetterChannel;
import org.candor.investigation.forms.LetterLanguage;
import org.candor.kit.web.CleanText;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What a complainant is told: the result within 30 calendar days, or before that the reason for more time. */
@Path("/cases/{incidentId}")
@Tag(name = "complaint")
class ComplaintResource {

    private static final String PDF = "application/pdf";
    private static final String LETTER = "/complaint-letters/{letterId: [0-9a-fA-F-]{36}}";

    private final ComplaintDesk desk;
    private final ComplaintLetters letters;

    ComplaintResource(ComplaintDesk desk, ComplaintLetters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Schema(name = "ComplaintAnswerRequest")
    record AnswerRequest(
            @Schema(description = "Day of the letter: today in the entity's zone", examples = "2026-03-25") @NotNull
            LocalDate answeredOn,

            @Schema(examples = "VIOLATION_FOUND") @NotNull ComplaintResult result,

            @Schema(
                    description = "What the investigation found, in plain words and in the letter's language",
                    examples = "We sent your appointment list to a company that no longer works for us.")
            @NotNull
            @CleanText(max = Words.LONG)
            PersonalText findings,

            @Schema(
                    description = "The recommended resolution",
                    examples = "The company has confirmed that it deleted the list. We now encrypt every export.")
            @NotNull
            @CleanText(max = Words.LONG)
            PersonalText resolution,

            @Schema(
                    description = "RECEIPT_MAILBOX is the only way where the complainant gave no name",
                    examples = "MAIL")
            @NotNull
            LetterChannel channel,

            @Schema(description = "Name and address as the letter shall show them") @CleanText(max = Words.SHORT)
            PersonalText addressee,

            @Schema(description = "Language of the letter; English when absent", examples = "ES")
            LetterLanguage language) {}

    @Schema(name = "ComplaintExtensionRequest")
    record ExtensionRequest(
            @Schema(description = "The new last day, in the entity's zone", examples = "2026-04-24") @NotNull
            LocalDate until,

            @Schema(
                    description = "Why the investigation needs more time",
                    examples = "We wait for the log files of the company that received the list.")
            @NotNull
            @CleanText(max = Words.LONG)
            PersonalText reason,

            @Schema(examples = "MAIL") @NotNull LetterChannel channel,
            @CleanText(max = Words.SHORT) PersonalText addressee,

            @Schema(description = "Language of the letter; English when absent", examples = "ES")
            LetterLanguage language) {}

    @POST
    @Path("/complaint-answer")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "answerComplaint",
            summary = "Make and freeze the letter that tells the complainant the result (policy I.G.1)")
    @APIResponse(responseCode = "200", description = "Answered; the letter's id is in the answer")
    @APIResponse(responseCode = "409", description = "There is no complaint, it is answered, or triage has not been")
    @APIResponse(responseCode = "422", description = "The day is not today, or a nameless person has no such address")
    public Uni<RestResponse<ChangeView>> answer(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid AnswerRequest request) {
        return desk.answer(incidentId, ifMatch, request).map(ChangeView::ok);
    }

    @POST
    @Path("/complaint-answer/preview")
    @Produces(PDF)
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(operationId = "previewComplaintAnswer", summary = "The letter as it would be frozen; nothing is kept")
    public Uni<Response> preview(@PathParam("incidentId") UUID incidentId, @NotNull @Valid AnswerRequest request) {
        return desk.preview(incidentId, request).map(pdf -> inline(pdf, PDF, "preview-" + incidentId + ".pdf"));
    }

    @POST
    @Path("/complaint-extension")
    @RolesAllowed({"privacy-officer", "administrator"})
    @Operation(
            operationId = "extendComplaint",
            summary = "Tell the complainant a later day, before day 30 has come (policy I.G.1)")
    @APIResponse(responseCode = "200", description = "Extended; the deadline has moved")
    @APIResponse(responseCode = "409", description = "Day 30 has come: no more time can be told")
    public Uni<RestResponse<ChangeView>> extend(
            @PathParam("incidentId") UUID incidentId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ExtensionRequest request) {
        return desk.extend(incidentId, ifMatch, request).map(ChangeView::ok);
    }

    @GET
    @Path(LETTER + ".pdf")
    @Produces(PDF)
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(operationId = "readComplaintLetter", summary = "A letter as it was frozen, an accessible PDF")
    public Uni<Response> letter(@PathParam("incidentId") UUID incidentId, @PathParam("letterId") UUID letterId) {
        return letters.pdf(incidentId, letterId).map(pdf -> inline(pdf, PDF, "letter-" + letterId + ".pdf"));
    }

    @GET
    @Path(LETTER + ".txt")
    @Produces(MediaType.TEXT_PLAIN)
    @RolesAllowed({"privacy-officer", "security-officer", "investigator", "administrator", "counsel"})
    @Operation(
            operationId = "readComplaintLetterText",
            summary = "The same words as plain text, for the mailbox of a receipt")
    public Uni<Response> text(@PathParam("incidentId") UUID incidentId, @PathParam("letterId") UUID letterId) {
        return letters.text(incidentId, letterId)
                .map(text -> inline(text, MediaType.TEXT_PLAIN + ";charset=UTF-8", "letter-" + letterId + ".txt"));
    }

    private static Response inline(Object document, String type, String name) {
        return Response.ok(document, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name + "\"")
                .build();
    }
}
