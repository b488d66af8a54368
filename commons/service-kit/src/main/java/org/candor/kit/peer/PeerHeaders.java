package org.candor.kit.peer;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.candor.kit.web.Correlation;

/** Gives the correlation id and the trace context of the request or message at hand to the service that is called. */
public class PeerHeaders implements ClientRequestFilter {

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle("X-Correlation-Id", Correlation.id());
        String traceparent = Correlation.traceparent();
        if (!traceparent.isEmpty()) {
            request.getHeaders().putSingle("traceparent", traceparent);
        }
    }
}
