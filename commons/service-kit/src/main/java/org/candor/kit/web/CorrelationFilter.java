package org.candor.kit.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.regex.Pattern;
import org.candor.kit.trace.Routes;
import org.candor.kit.trace.TraceContext;
import org.candor.kit.trace.Traces;
import org.candor.kit.trace.Traces.Work;
import org.eclipse.microprofile.config.inject.ConfigProperty;
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
    private static final String WORK = "candor.work";

    private final Traces traces;
    private final String root;

    CorrelationFilter(Traces traces, @ConfigProperty(name = "candor.service") String service) {
        this.traces = traces;
        this.root = "/" + service;
    }

    @ServerRequestFilter(preMatching = true)
    void adopt(ContainerRequestContext request) {
        boolean nameless = mayStayNameless(request);
        Work work =
                traces.request(request.getMethod(), nameless ? "" : wellFormed(request.getHeaderString("traceparent")));
        request.setProperty(WORK, work);
        Correlation.adopt(nameless ? "" : matching(ID, request.getHeaderString(HEADER)), work.traceparent());
    }

    private static boolean mayStayNameless(ContainerRequestContext request) {
        String authorization = request.getHeaderString("Authorization");
        boolean signedIn = authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return !signedIn || ("/" + request.getUriInfo().getPath()).contains("/receipts/");
    }

    @ServerResponseFilter
    void giveBack(ContainerRequestContext request, ContainerResponseContext response, ResourceInfo resource) {
        if (request.getProperty(WORK) instanceof Work work && work.span().isRecording()) {
            work.answered(request.getMethod(), Routes.of(root, resource), response.getStatus());
        }
        response.getHeaders().putSingle(HEADER, Correlation.id());
    }

    private static String wellFormed(String traceparent) {
        return traceparent != null && TraceContext.isWellFormed(traceparent) ? traceparent : "";
    }

    private static String matching(Pattern pattern, String value) {
        return value != null && pattern.matcher(value).matches() ? value : "";
    }
}
