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
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.candor.kit.errors.Languages;
import org.candor.kit.errors.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The notice that anybody may read, without login and without cookies: as page, as JSON, and as script for a home page. */
@Path("/postings")
@Tag(name = "posting")
public class PublicPostingResource {

    // The page loads nothing, runs nothing and may be framed by the organisation's home page.
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
    // Short, since a posting that a hold takes down must be gone everywhere soon.
    private static final String CACHE = "public, max-age=60";
    private static final String SLUG = "{slug: [A-Za-z0-9_-]+}";
    private static final String SCRIPT = script();

    private final PublicPostings postings;

    PublicPostingResource(PublicPostings postings) {
        this.postings = postings;
    }

    @GET
    @Path("/" + SLUG)
    @PermitAll
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(operationId = "readPosting", summary = "A substitute notice as public page, in English or Spanish")
    public Uni<Response> read(
            @PathParam("slug") String slug, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        return postings.page(slug, language(lang, headers))
                .map(page -> open(Response.ok(page.orElseThrow(Problem::notFound)))
                        .header("Content-Security-Policy", POLICY)
                        .build());
    }

    @GET
    @Path("/" + SLUG + ".json")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readPostingAsJson", summary = "The same notice for pages that lay it out themselves")
    @APIResponse(
            responseCode = "200",
            description = "To be read from any page; no cookie is set or taken",
            content = @Content(schema = @Schema(implementation = EmbeddedPosting.class)))
    public Uni<Response> json(
            @PathParam("slug") String slug, @QueryParam("lang") String lang, @Context HttpHeaders headers) {
        return postings.json(slug, language(lang, headers))
                .map(found -> open(Response.ok(found.orElseThrow(Problem::notFound)))
                        .header("Access-Control-Allow-Origin", "*")
                        .build());
    }

    @GET
    @Path("/" + SLUG + ".js")
    @PermitAll
    @Produces("text/javascript;charset=UTF-8")
    @Operation(
            operationId = "readPostingAsScript",
            summary = "A script that shows the notice where it stands; data-lang chooses the language")
    public Uni<Response> script(@PathParam("slug") String slug) {
        return postings.isUp(slug).map(up -> {
            if (!up) {
                throw Problem.notFound();
            }
            return open(Response.ok(SCRIPT))
                    .header("Cross-Origin-Resource-Policy", "cross-origin")
                    .build();
        });
    }

    private static Response.ResponseBuilder open(Response.ResponseBuilder answer) {
        return answer.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(HttpHeaders.CACHE_CONTROL, CACHE)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }

    private static String language(String asked, HttpHeaders headers) {
        return asked == null ? Languages.of(headers).getLanguage() : asked;
    }

    private static String script() {
        try (InputStream in = PublicPostingResource.class.getResourceAsStream("embed.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
