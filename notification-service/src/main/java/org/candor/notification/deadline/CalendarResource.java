package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Feeds for calendar programs, which can't sign in: the secret in the address opens one. */
@Path("/calendars")
@Tag(name = "deadlines")
public class CalendarResource {

    private final FeedDesk desk;

    CalendarResource(FeedDesk desk) {
        this.desk = desk;
    }

    @GET
    @Path("/{secret: [A-Za-z0-9_-]{43}}.ics")
    @PermitAll
    @Produces("text/calendar;charset=UTF-8")
    @Operation(
            operationId = "readCalendar",
            summary = "Open duties as iCalendar (RFC 5545): what the subscriber may see at this moment",
            description = "404 for a secret that is unknown, revoked or expired, and for who is no officer any more.")
    public Uni<Response> read(@PathParam("secret") String secret) {
        return desk.stream(secret)
                .map(found -> Response.ok(found.orElseThrow(Problem::notFound))
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header("Referrer-Policy", "no-referrer")
                        .header("X-Robots-Tag", "noindex")
                        .build());
    }
}
