package org.candor.notification.reminder;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Who is expected to read a reminder, as the organisation's personnel list says. */
@Path("/reminders/{reminderId}/readers")
@Tag(name = "reminders")
public class ReaderResource {

    private final ReaderDesk desk;

    ReaderResource(ReaderDesk desk) {
        this.desk = desk;
    }

    @GET
    @RolesAllowed({"security-officer", "privacy-officer", "administrator", "auditor"})
    @Operation(
            operationId = "listReaders",
            summary =
                    "Who is expected to read it, by subject: the list that was given, and officers in its roles; reading is recorded")
    public Uni<Page<ReaderView>> page(
            @PathParam("reminderId") UUID reminderId,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.page(reminderId, cursor, limit);
    }

    @PUT
    @RolesAllowed({"security-officer", "privacy-officer"})
    @Operation(
            operationId = "expectReaders",
            summary = "Who is expected to read it, from the personnel list; the report of who has not rests on it",
            description =
                    "If-Match is the reminder's ETag, as GET /reminders/{reminderId} gave it; the answer holds the new one.")
    public Uni<RestResponse<Void>> expect(
            @PathParam("reminderId") UUID reminderId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @NotNull @Valid ReadersRequest readers) {
        return desk.expect(reminderId, ifMatch, readers.persons())
                .map(version -> ResponseBuilder.<Void>noContent()
                        .header(HttpHeaders.ETAG, EntityTags.of(version))
                        .build());
    }

    @POST
    @Path("/import")
    @Consumes("text/csv")
    @RolesAllowed({"security-officer", "privacy-officer"})
    @Operation(
            operationId = "importReaders",
            summary = "Replace the list by that of a CSV file, or try the file with dryRun=true",
            description =
                    "UTF-8 with commas, up to 20,000 rows; columns person (subject of the identity provider) and, where known,"
                            + " email, language (en or es) and department. A file with a wrong row changes nothing: 422 names the rows."
                            + " Each issue is mailed once to who is listed when it is issued. If-Match is needed, but not to try.")
    public Uni<RestResponse<ReaderImportView>> take(
            @PathParam("reminderId") UUID reminderId,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @NotNull byte[] file) {
        return desk.take(reminderId, ifMatch, dryRun, file)
                .map(taken -> ResponseBuilder.ok(taken)
                        .header(HttpHeaders.ETAG, EntityTags.of(taken.version()))
                        .build());
    }
}
