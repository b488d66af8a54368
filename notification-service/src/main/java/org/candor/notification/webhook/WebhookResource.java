package org.candor.notification.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.UUID;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Webhooks as the Standard Webhooks specification describes them: ids, types and counts, signed. */
@Path("/webhooks")
@Tag(name = "webhooks")
@RolesAllowed("administrator")
public class WebhookResource {

    private final WebhookDesk desk;

    WebhookResource(WebhookDesk desk) {
        this.desk = desk;
    }

    @GET
    @Operation(operationId = "listWebhooks", summary = "The caller's subscriptions, the oldest first")
    public Uni<Page<WebhookView>> mine() {
        return desk.mine();
    }

    /** No Idempotency-Key: the answer holds a secret that is not given again. */
    @POST
    @Operation(
            operationId = "subscribeWebhook",
            summary = "Subscribe; the signing secret is shown in this answer and never again",
            description = "Signed with HMAC-SHA-256 over id, timestamp and body (headers webhook-id, webhook-timestamp,"
                    + " webhook-signature). Redirects are not followed. What concerns an incident that the subscriber may not"
                    + " see, or an exercise, is not sent.")
    public Uni<RestResponse<WebhookView>> subscribe(@NotNull @Valid WebhookRequest request) {
        return desk.subscribe(request)
                .map(made -> ResponseBuilder.<WebhookView>created(
                                URI.create("/notification/webhooks/" + made.webhookId()))
                        .header(HttpHeaders.ETAG, EntityTags.of(made.version()))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .entity(made)
                        .build());
    }

    @GET
    @Path("/{webhookId}")
    @Operation(operationId = "getWebhook", summary = "A subscription")
    public Uni<RestResponse<WebhookView>> get(@PathParam("webhookId") UUID webhookId) {
        return desk.get(webhookId).map(WebhookResource::tagged);
    }

    @DELETE
    @Path("/{webhookId}")
    @Operation(operationId = "deleteWebhook", summary = "End a subscription; nothing more is sent")
    public Uni<Void> delete(@PathParam("webhookId") UUID webhookId) {
        return desk.delete(webhookId);
    }

    @POST
    @Path("/{webhookId}/secret")
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Make the secret anew; the old one is worth nothing from now on")
    public Uni<RestResponse<WebhookView>> rotate(
            @PathParam("webhookId") UUID webhookId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.rotate(webhookId, ifMatch).map(WebhookResource::tagged);
    }

    @POST
    @Path("/{webhookId}/enable")
    @Operation(operationId = "enableWebhook", summary = "Enable what was disabled after failures; what waits is sent")
    public Uni<RestResponse<WebhookView>> enable(
            @PathParam("webhookId") UUID webhookId, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return desk.enable(webhookId, ifMatch).map(WebhookResource::tagged);
    }

    @GET
    @Path("/{webhookId}/deliveries")
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "What was sent, waits or was given up, the oldest first")
    public Uni<Page<DeliveryView>> deliveries(
            @PathParam("webhookId") UUID webhookId,
            @QueryParam("state") @Pattern(regexp = "WAITING|DELIVERED|GIVEN_UP") String state,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        return desk.deliveries(webhookId, state, cursor, limit);
    }

    @POST
    @Path("/{webhookId}/deliveries/{deliveryId}/replay")
    @Operation(operationId = "replayWebhookDelivery", summary = "Send it again, under the same id")
    public Uni<Void> replay(@PathParam("webhookId") UUID webhookId, @PathParam("deliveryId") UUID deliveryId) {
        return desk.replay(webhookId, deliveryId);
    }

    private static RestResponse<WebhookView> tagged(WebhookView webhook) {
        return ResponseBuilder.ok(webhook)
                .header(HttpHeaders.ETAG, EntityTags.of(webhook.version()))
                .build();
    }
}
