package org.candor.notification.deadline;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The caller's own calendar feeds. */
@Path("/deadlines/feeds")
@Tag(name = "deadlines")
@RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "investigator", "auditor"})
public class FeedResource {

    private final FeedDesk desk;

    FeedResource(FeedDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "listFeeds", summary = "The caller's feeds, the oldest first, also those that have ended")
    public Uni<Page<FeedView>> mine() {
        return desk.mine().map(feeds -> new Page<>(feeds, null));
    }

    /** No Idempotency-Key: the answer holds a secret that is kept nowhere, so it can't be given again. */
    @POST
    @Operation(
            operationId = "makeFeed",
            summary = "Make a feed; its address is shown in this answer and never again",
            description =
                    "Whoever knows the address reads the feed: give it to a calendar program only. 409 for who is no"
                            + " officer of the directory. A feed whose answer was lost is revoked, and another made.")
    public Uni<RestResponse<FeedView>> make(@NotNull @Valid FeedRequest request) {
        return desk.make(request)
                .map(feed -> ResponseBuilder.<FeedView>created(
                                URI.create("/notification/deadlines/feeds/" + feed.feedId()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(feed)
                        .build());
    }

    @DELETE
    @Path("/{feedId}")
    @Operation(operationId = "revokeFeed", summary = "Revoke a feed; its address answers 404 from now on")
    public Uni<Void> revoke(@PathParam("feedId") UUID feedId) {
        return desk.revoke(feedId);
    }
}
