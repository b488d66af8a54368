package org.candor.audit.programme;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;

/** What is due between incidents, what is late, and the log of what was done. */
@Path("/programme")
@Tag(name = "programme", description = "The register of recurring duties: what, who, how often, and the proof")
public class ProgrammeResource {

    private final DutyList list;
    private final Kinds kinds;

    ProgrammeResource(DutyList list, Kinds kinds) {
        this.list = list;
        this.kinds = kinds;
    }

    /** The kinds and which edition of the data they are. */
    @Schema(name = "DutyKinds")
    public record KindsView(String edition, List<KindView> kinds) {}

    @GET
    @Path("/kinds")
    @Authenticated
    @Operation(
            operationId = "listDutyKinds",
            summary = "Kinds of duties: how often, what proves them, which law asks for them")
    @APIResponse(responseCode = "200", description = "All of them, with the edition of the data")
    public KindsView kinds() {
        return new KindsView(
                kinds.edition(), kinds.all().stream().map(KindView::of).toList());
    }

    @GET
    @Path("/duties.csv")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Produces("text/csv;charset=UTF-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"duties.csv\"")
    @Operation(
            operationId = "exportDuties",
            summary = "Duties as RFC 4180 text, UTF-8, with a heading; the export is recorded")
    @APIResponse(responseCode = "200", description = "All of them")
    public Uni<String> csv(@BeanParam @Valid DutyQuery query) {
        return list.csv(query);
    }

    @GET
    @Path("/log")
    @RolesAllowed({"auditor", "privacy-officer", "security-officer", "administrator", "counsel", "manager"})
    @Operation(
            operationId = "listDutyLog",
            summary = "What was done and what ended undone, newest first; the reading is recorded")
    @APIResponse(
            responseCode = "200",
            description = "A page of the log of compliance activities (45 CFR 164.316(b)(1)(ii))")
    public Uni<Page<LogView>> log(
            @QueryParam("kind") @DefaultValue("") @Pattern(regexp = "[A-Z0-9_]{0,40}") String kind,
            @QueryParam("department") @DefaultValue("") @Pattern(regexp = "(" + DutyRequest.CODE + ")?")
                    String department,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return list.log(kind, department, Cursor.decode(cursor), limit)
                .map(found ->
                        Page.of(found, limit, LogView::of, round -> new Cursor(round.recordedAt(), round.dutyId())));
    }
}
