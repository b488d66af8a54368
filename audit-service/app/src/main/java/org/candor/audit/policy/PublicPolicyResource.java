package org.candor.audit.policy;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.candor.audit.policy.Publications.Published;
import org.candor.audit.programme.DutyRequest;
import org.candor.kit.errors.Problem;
import org.candor.kit.web.Page;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Published policies for those whom they apply to, customers and partners. No token is asked for. */
@Path("/policies-published")
@Tag(name = "policies")
public class PublicPolicyResource {

    // The page loads nothing and runs nothing.
    private static final String NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'";

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="UTF-8"><title>%1$s</title></head>
            <body><main><h1>%1$s</h1><p>%2$s, version %3$d, in effect since %4$s</p><pre>%5$s</pre></main></body></html>
            """;

    private final Publications publications;

    PublicPolicyResource(Publications publications) {
        this.publications = publications;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listPublishedPolicies", summary = "Published policies of an entity, for everybody")
    @APIResponse(responseCode = "200", description = "Those in effect today; none where there is no such entity")
    public Uni<Page<Published>> list(
            @QueryParam("entityId") @NotNull @Pattern(regexp = DutyRequest.ENTITY) String entityId) {
        return publications.of(entityId).map(found -> new Page<>(found, null));
    }

    @GET
    @Path("/{policyId}")
    @PermitAll
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(operationId = "readPublishedPolicy", summary = "A published policy as a public page")
    @APIResponse(responseCode = "200", description = "The version in effect")
    @APIResponse(responseCode = "404", description = "No published policy has that id")
    public Uni<Response> page(@PathParam("policyId") UUID policyId) {
        return publications
                .find(policyId)
                .map(found -> found.orElseThrow(Problem::notFound))
                .map(policy -> Response.ok(html(policy))
                        .header("Content-Security-Policy", NOTHING)
                        .header("Cache-Control", "public, max-age=60")
                        .build());
    }

    @GET
    @Path("/{policyId}/policy.json")
    @PermitAll
    @Operation(operationId = "readPublishedPolicyAsJson", summary = "The same for pages that lay it out themselves")
    @APIResponse(responseCode = "200", description = "The version in effect with its whole text")
    @APIResponse(responseCode = "404", description = "No published policy has that id")
    public Uni<Published> json(@PathParam("policyId") UUID policyId) {
        return publications.find(policyId).map(found -> found.orElseThrow(Problem::notFound));
    }

    private static String html(Published policy) {
        return PAGE.formatted(
                escaped(policy.title()),
                escaped(policy.code()),
                policy.number(),
                policy.effectiveOn(),
                escaped(policy.wording()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
