package org.candor.notification.posting;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says how long to wait where too much was asked. */
public class RetryAfter {

    /** The window in which questions at the line are counted, in seconds. */
    private static final String WINDOW = "60";

    @ServerResponseFilter
    public void say(ContainerResponseContext answer) {
        boolean tooMuch = answer.getStatus() == Status.TOO_MANY_REQUESTS.getStatusCode();
        if (tooMuch && !answer.getHeaders().containsKey(HttpHeaders.RETRY_AFTER)) {
            answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, WINDOW);
        }
    }
}
