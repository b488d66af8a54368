package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What officers do with a report. */
@Path("/reports/{incidentId}")
@Tag(name = "reports")
public class ReportWorkResource {

    private final Corrections corrections;
    private final Implications implications;
    private final Readings readings;
    private final Duplicates duplicates;

    ReportWorkResource(Corrections corrections, Implications implications, Readings readings, Duplicates duplicates) {
        this.corrections = corrections;
        this.implications = implications;
        this.readings = readings;
        this.duplicates = duplicates;
    }

    @POST
    @Path("/corrections")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "correctReport",
            summary = "Correct a report; the original stays as version 1",
            description = "What is left out stays as it is. The server's time of receipt cannot be changed.")
    public Uni<RestResponse<ReportSummary>> correct(
            @PathParam("incidentId") UUID incidentId,
            @NotNull @Valid CorrectionRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return corrections
                .correct(incidentId, request, ifMatch)
                .map(report -> RestResponse.ResponseBuilder.ok(ReportSummary.of(report))
                        .header(HttpHeaders.ETAG, EntityTags.of(report.version))
                        .build());
    }

    @GET
    @Path("/versions")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(
            operationId = "listReportVersions",
            summary = "What the report said before each correction, the original first; the reading is recorded")
    public Uni<Page<VersionView>> versions(@PathParam("incidentId") UUID incidentId) {
        return readings.versions(incidentId);
    }

    @POST
    @Path("/implicated")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "investigator"})
    @Operation(
            operationId = "implicatePerson",
            summary = "Name somebody who may be involved; from then on the report does not exist for him",
            description =
                    "He is recused in every service and replaced where he was in charge. Nothing takes that back.")
    public Uni<Void> implicate(@PathParam("incidentId") UUID incidentId, @NotNull @Valid ImplicatedRequest request) {
        return implications.add(incidentId, request.person().value());
    }

    @GET
    @Path("/duplicates")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "listDuplicates",
            summary =
                    "Reports of the same kind on the same system at about the same time, and what was decided of them")
    public Uni<Page<DuplicateView>> duplicates(@PathParam("incidentId") UUID incidentId) {
        return duplicates.of(incidentId);
    }

    @PUT
    @Path("/duplicates/{otherId}")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator"})
    @Operation(
            operationId = "decideDuplicate",
            summary = "Link two reports or keep them apart; neither is changed, and they are never merged",
            description = "If-Match is the etag that the list shows beside the report.")
    public Uni<RestResponse<DuplicateView>> decide(
            @PathParam("incidentId") UUID incidentId,
            @PathParam("otherId") UUID otherId,
            @NotNull @Valid DuplicateRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return duplicates
                .decide(incidentId, otherId, request.decision(), ifMatch)
                .map(decided -> RestResponse.ResponseBuilder.ok(decided)
                        .header(HttpHeaders.ETAG, decided.etag())
                        .build());
    }
}
