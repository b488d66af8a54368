package org.candor.breach;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.candor.kit.web.EntityTags;

/** An answer with the version that it shows; whoever changes what he read names it in {@code If-Match}. */
public record Versioned<T>(T view, long version) {

    public Response response() {
        return Response.ok(view)
                .header(HttpHeaders.ETAG, EntityTags.of(version))
                .build();
    }
}
