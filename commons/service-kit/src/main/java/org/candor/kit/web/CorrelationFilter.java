package org.candor.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Takes the correlation id from {@code X-Correlation-Id} or makes one, and gives it back on the answer. */
class CorrelationFilter {

    private static final String HEADER = "X-Correlation-Id";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern TRACEPARENT = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    @ServerRequestFilter(preMatching = true)
    void adopt(ContainerRequestContext request) {
        Correlation.adopt(
                matching(ID, request.getHeaderString(HEADER)),
                matching(TRACEPARENT, request.getHeaderString("traceparent")));
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
