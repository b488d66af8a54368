package org.candor.notification.text;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.candor.kit.errors.Languages;
import org.candor.notification.document.Glossary;
import org.candor.notification.document.Words;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The catalogue of forms, and the glossary to which their terms are linked. */
@Path("/")
@Tag(name = "texts")
public class FormResource {

    @GET
    @Path("forms")
    @RolesAllowed({"privacy-officer", "security-officer", "administrator", "counsel", "auditor", "investigator"})
    @Operation(operationId = "listForms", summary = "All forms with their versions (G-21)")
    public FormCatalogue forms() {
        return FormCatalogue.READ;
    }

    @GET
    @Path("glossary")
    @PermitAll
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Operation(operationId = "readGlossary", summary = "Terms of notices in plain words, in English or Spanish")
    public Response glossary(@QueryParam("lang") String lang, @Context HttpHeaders headers) {
        String language = lang == null ? Languages.of(headers).getLanguage() : lang;
        return Response.ok(Glossary.page(Words.in(language)))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }
}
