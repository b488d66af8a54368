package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.candor.kit.errors.Languages;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The deadline board: every duty of every service that the caller may see, by due day. */
@Path("/deadlines")
@Tag(name = "deadlines")
public class DeadlineResource {

    private final Board board;

    DeadlineResource(Board board) {
        this.board = board;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(
            operationId = "listDeadlines",
            summary = "The board by due day, as JSON; as CSV with Accept: text/csv",
            description =
                    "Duties of exercises stand on a board of their own (drill=true). The sheet takes the same filters,"
                            + " holds up to 10,000 rows and no pages; 422 asks for a narrower filter where there are more.")
    public Uni<Page<DeadlineView>> board(
            @Valid @BeanParam DeadlineFilter filter,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return board.page(filter, cursor, limit);
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(hidden = true)
    public Uni<String> sheet(@Valid @BeanParam DeadlineFilter filter) {
        return board.sheet(filter);
    }

    @GET
    @Path("/board.html")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
    @Operation(
            operationId = "deadlinePage",
            summary = "The board as an accessible page: a picture (SVG) and the table beside it, up to 200 duties")
    public Uni<Response> page(
            @Valid @BeanParam DeadlineFilter filter,
            @Parameter(description = "en or es; absent: as Accept-Language says") @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = lang == null ? Languages.of(headers).getLanguage() : lang;
        return board.html(filter, language)
                .map(page -> Response.ok(page)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
