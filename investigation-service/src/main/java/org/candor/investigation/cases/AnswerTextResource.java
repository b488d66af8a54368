package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.UUID;
import org.candor.kit.peer.Scopes;
import org.candor.kit.web.PersonalText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The words of a complaint's answer, for the service that gives them to the complainant. {@code complaint-answered} says
 * that there is one and in which way it is given, and no word of it.
 */
@Path("/cases/{incidentId}/complaint-answer/text")
@Tag(name = "complaint")
class AnswerTextResource {

    private static final String SCOPE = "investigation.answer";

    private final ComplaintLetters letters;
    private final Scopes scopes;

    AnswerTextResource(ComplaintLetters letters, Scopes scopes) {
        this.letters = letters;
        this.scopes = scopes;
    }

    @Schema(name = "ComplaintAnswerText")
    record AnswerText(
            @Schema(description = "Language of the letter (ISO 639-1)", examples = "es")
            String language,

            @Schema(description = "The letter as it was frozen, as plain text with line breaks")
            PersonalText text,

            @Schema(description = "Day of the letter in the entity's zone", examples = "2026-03-25")
            LocalDate answeredOn) {}

    @GET
    @RolesAllowed("service")
    @Operation(
            operationId = "readComplaintAnswerText",
            summary = "The answer as the complainant is told it, for services",
            description = "Needs the role service and the scope investigation.answer. Each reading is recorded first.")
    @APIResponse(responseCode = "200", description = "The answer as it was frozen")
    @APIResponse(responseCode = "403", description = "Not a service, or one without the scope of this edge")
    @APIResponse(responseCode = "404", description = "No such case, or its complaint is not answered")
    public Uni<AnswerText> read(@PathParam("incidentId") UUID incidentId) {
        return scopes.require(SCOPE).chain(() -> letters.answer(incidentId));
    }
}
