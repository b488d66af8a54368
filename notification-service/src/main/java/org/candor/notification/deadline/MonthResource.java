package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.candor.kit.errors.Languages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The calendar: every duty of the programme beside every legal deadline, month by month and role by role. */
@Path("/deadlines/calendar")
@Tag(name = "deadlines")
@RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
public class MonthResource {

    private final MonthBoard board;

    MonthResource(MonthBoard board) {
        this.board = board;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "monthOfDuties",
            summary = "What is late, due and done in a month, by role; as CSV with Accept: text/csv",
            description =
                    "The page and this answer say so where they are cut at 10,000 duties; a file is refused then (422)."
                            + " What is late is shown whatever its month. Each list holds the oldest first; with the same filters GET /deadlines"
                            + " reads in pages.")
    public Uni<MonthView> month(@Valid @BeanParam MonthFilter filter) {
        return board.json(filter);
    }

    @GET
    @Produces("text/csv;charset=UTF-8")
    @Operation(hidden = true)
    public Uni<String> sheet(@Valid @BeanParam MonthFilter filter) {
        return board.sheet(filter);
    }

    @GET
    @Path("/month.ics")
    @Produces("text/calendar;charset=UTF-8")
    @Operation(
            operationId = "monthAsCalendar",
            summary = "The month as iCalendar (RFC 5545), what was done included; for a calendar program make a feed")
    public Uni<String> calendar(@Valid @BeanParam MonthFilter filter, @Context HttpHeaders headers) {
        return board.calendar(filter, Languages.of(headers).getLanguage());
    }

    @GET
    @Path("/month.html")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(
            operationId = "monthPage",
            summary =
                    "The month as an accessible page: numbers by role, what is late, what is due, the proof of what was done")
    public Uni<Response> page(
            @Valid @BeanParam MonthFilter filter,
            @Parameter(description = "en or es; absent: as Accept-Language says") @QueryParam("lang") String lang,
            @Context HttpHeaders headers) {
        String language = lang == null ? Languages.of(headers).getLanguage() : lang;
        return board.html(filter, language)
                .map(page -> Response.ok(page)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }
}
