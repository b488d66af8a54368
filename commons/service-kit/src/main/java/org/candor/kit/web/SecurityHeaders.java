package org.candor.kit.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Says on every answer, errors included, that nobody keeps it, guesses its type, frames it or runs what is in it. Whoever
 * answers with a page says himself what that may do: what is set already stays.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_EVERYTHING = Integer.MIN_VALUE;

    private static final String POLICY = "Content-Security-Policy";

    private static final Map<String, String> ALWAYS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer");

    private static final String OF_DATA =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** Our pages have their style in themselves, load nothing and run nothing. */
    private static final String OF_PAGES = OF_DATA + "; style-src 'unsafe-inline'";

    /** The page that shows the OpenAPI document runs scripts of its own. */
    private static final String API_PAGE = "/q/swagger-ui";

    private static final String OF_API_PAGE = "frame-ancestors 'none'";

    private final Optional<String> strictTransport;

    SecurityHeaders(@ConfigProperty(name = "candor.http.strict-transport-security") Optional<String> strictTransport) {
        this.strictTransport = strictTransport;
    }

    void register(@Observes Router router) {
        router.route().order(BEFORE_EVERYTHING).handler(request -> {
            request.addHeadersEndHandler(answered -> add(request));
            request.next();
        });
    }

    private void add(RoutingContext request) {
        MultiMap headers = request.response().headers();
        ALWAYS.forEach((name, value) -> addIfAbsent(headers, name, value));
        addIfAbsent(headers, POLICY, policy(request));
        strictTransport.ifPresent(value -> addIfAbsent(headers, "Strict-Transport-Security", value));
    }

    private static String policy(RoutingContext request) {
        if (request.normalizedPath().contains(API_PAGE)) {
            return OF_API_PAGE;
        }
        String type = request.response().headers().get("Content-Type");
        return type != null && type.startsWith("text/html") ? OF_PAGES : OF_DATA;
    }

    private static void addIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.add(name, value);
        }
    }
}
