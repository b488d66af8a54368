package org.candor.breach.obligations;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.candor.breach.obligations.decision.Answer;
import org.candor.breach.obligations.decision.ComputingObligations;
import org.candor.kit.web.LargeBody;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Facts in, obligations out; nothing is stored. */
@Path("/obligations/preview")
@Tag(name = "obligations")
public class PreviewResource {

    private static final String EXAMPLE = """
        {"timeZone": "America/Chicago",
         "knowledge": [{"by": "WORKFORCE", "at": "2026-04-07T19:30:00Z"}],
         "individuals": {"total": 612, "byJurisdiction": {"WI": 505, "IL": 104}},
         "undeliverable": {"living": 10}}\
        """;

    private final ComputingObligations obligations;

    PreviewResource(ComputingObligations obligations) {
        this.obligations = obligations;
    }

    // A large request costs CPU, reading and writing it included: never on the event loop.
    @POST
    @Blocking
    @LargeBody
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator"})
    @Operation(
            operationId = "previewObligations",
            summary = "What would be owed under these facts, by when and why",
            description = "The answer depends on the request only: today is the fact asOf. Not legal advice.")
    @APIResponse(
            responseCode = "200",
            description = "Every duty with its rule, citation, reason and the readings it rests on",
            content = @Content(schema = @Schema(implementation = PreviewView.class)))
    @APIResponse(responseCode = "413", description = "More than 6 MB: give the knowledge in several requests")
    @APIResponse(responseCode = "422", description = "Facts that are not readable or contradict themselves, each named")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FactsView.class),
                            examples = @ExampleObject(name = "story", value = EXAMPLE)))
    public PreviewView preview(JsonNode request) {
        FactsReader.Read read = FactsReader.read(request).orRefuse("");
        return switch (obligations.answer(read.facts())) {
            case Answer.Computed computed -> PreviewView.of(computed, read.unknownFields());
            case Answer.Refused refused -> throw Contradictions.of(refused.broken(), "");
        };
    }
}
