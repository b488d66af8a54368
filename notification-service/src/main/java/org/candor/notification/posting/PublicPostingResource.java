package org.candor.notification.posting;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.candor.kit.errors.Languages;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The page that anybody may read, without login and without cookies. */
@Path("/postings")
@Tag(name = "posting")
public class PublicPostingResource {

    // The page loads nothing, runs nothing and may be framed by the organisation's home page.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    private final Postings postings;

    PublicPostingResource(Postings postings) {
        this.postings = postings;
    }

    @GET
    @Path("/{slug}")
    @PermitAll
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(operationId = "readPosting", summary = "A substitute notice as public page, in English or Spanish")
    public Uni<Response> read(
            @PathParam("slug") String slug, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = lang == null ? Languages.of(headers).getLanguage() : lang;
        return postings.page(slug, language)
                .map(page -> Response.ok(page.orElseThrow(Problem::notFound))
                        .header("Content-Security-Policy", POLICY)
                        .header("X-Content-Type-Options", "nosniff")
                        .header("Referrer-Policy", "no-referrer")
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                        .build());
    }
}
