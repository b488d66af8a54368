package org.candor.kit.web;

import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * The id that ties together everything one request caused: it comes with HTTP or Kafka, stands in every log line, and goes
 * out with every fact. It lives as long as the Vert.x context of the request or message.
 */
public final class Correlation {

    static final String ID = "correlationId";
    static final String TRACEPARENT = "traceparent";

    private Correlation() {}

    /** The current id; made when there is none yet. */
    public static String id() {
        Object current = MDC.get(ID);
        if (current != null) {
            return current.toString();
        }
        String made = UUID.randomUUID().toString();
        MDC.put(ID, made);
        return made;
    }

    /** The W3C trace context that came with the request or message; may be empty. */
    public static String traceparent() {
        Object current = MDC.get(TRACEPARENT);
        return current == null ? "" : current.toString();
    }

    /** Takes over ids that came from outside; an empty id is replaced by a new one. */
    public static void adopt(String id, String traceparent) {
        MDC.put(ID, id.isEmpty() ? UUID.randomUUID().toString() : id);
        MDC.put(TRACEPARENT, traceparent);
    }
}
