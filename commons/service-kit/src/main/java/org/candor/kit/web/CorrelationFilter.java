package org.candor.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Takes the correlation id from {@code X-Correlation-Id} or makes one, and gives it back on the answer. Nothing is taken from
 * whoever sends no token or speaks with a receipt: what his client or proxy wrote there would tie the report to him.
 */
class CorrelationFilter {

    private static final String HEADER = "X-Correlation-Id";
    private static final String BEARER = "Bearer ";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @ServerRequestFilter(preMatching = true)
    void adopt(ContainerRequestContext request) {
        if (mayStayNameless(request)) {
            Correlation.adopt("", "");
            return;
        }
        Correlation.adopt(
                matching(ID, request.getHeaderString(HEADER)),
                matching(TRACEPARENT, request.getHeaderString("traceparent")));
    }

    private static boolean mayStayNameless(ContainerRequestContext request) {
        String authorization = request.getHeaderString("Authorization");
        boolean signedIn = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return !signedIn || ("/" + request.getUriInfo().getPath()).contains("/receipts/");
    }

    @ServerResponseFilter
    void giveBack(ContainerResponseContext response) {
        response.getHeaders().putSingle(HEADER, Correlation.id());
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
        if (!response.getHeaders().containsKey("Cache-Control")) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }

    private static String matching(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches() ? value : "";
    }
}
