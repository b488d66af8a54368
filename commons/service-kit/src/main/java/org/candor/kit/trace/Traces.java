package org.candor.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.candor.events.Envelope;

/**
 * Spans of requests, of facts on their way and of facts that are applied. A span tells the method, the route as it is declared,
 * the status, the topic, the type of the fact and its key. It never tells an address with its values, a query, a body, a header,
 * who sent it, from where or with which program: nothing of a person gets into a trace.
 *
 * <p>Without a collector there are no spans, and what came as trace context is handed on as it came.
 */
public final class Traces {

    /** Any other word in a method's place is the sender's own, and so in no span. */
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final String OTHER = "_OTHER";

    private final Optional<Tracer> tracer;
    private final Runnable close;

    Traces(Optional<Tracer> tracer, Runnable close) {
        this.tracer = tracer;
        this.close = close;
    }

    /** No collector. */
    public static Traces off() {
        return new Traces(Optional.empty(), () -> {});
    }

    /** Spans go to that tracer. */
    static Traces to(Tracer tracer, Runnable close) {
        return new Traces(Optional.of(tracer), close);
    }

    /** Work that has begun: its trace context, which goes to whatever it causes, and its span while there is a collector. */
    public record Work(String traceparent, Span span) {

        /** What the request turned out to be. */
        public void answered(String sentMethod, String route, int status) {
            if (span.isRecording()) {
                String method = known(sentMethod);
                span.updateName(route.isEmpty() ? method : method + " " + route);
                span.setAttribute("http.request.method", method);
                span.setAttribute("http.response.status_code", status);
                if (!route.isEmpty()) {
                    span.setAttribute("http.route", route);
                }
                end(status >= 500);
            }
        }

        public void end(boolean failed) {
            if (failed) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    /** A request has come; an empty context begins a trace. */
    public Work request(String method, String traceparent) {
        return begin(SpanKind.SERVER, known(method), traceparent);
    }

    /** Work that nobody asked for, such as that of a scheduler. */
    public Work own(String name) {
        return begin(SpanKind.INTERNAL, name, "");
    }

    /** A fact is being applied. */
    public Work applying(String topic, Envelope envelope) {
        Work work = begin(SpanKind.CONSUMER, "process " + topic, envelope.traceparent());
        describe(work.span(), topic, envelope);
        return work;
    }

    /** A fact has left; its span lasts from when it happened to now, so that what waited in the outbox is seen. */
    public void sent(String topic, Envelope envelope, Instant now) {
        tracer.ifPresent(known -> {
            Span span = builder(known, SpanKind.PRODUCER, "send " + topic, envelope.traceparent())
                    .setStartTimestamp(envelope.time())
                    .startSpan();
            describe(span, topic, envelope);
            span.end(now.isBefore(envelope.time()) ? envelope.time() : now);
        });
    }

    void close() {
        close.run();
    }

    private static String known(String method) {
        return METHODS.contains(method) ? method : OTHER;
    }

    private Work begin(SpanKind kind, String name, String traceparent) {
        return tracer.map(known -> builder(known, kind, name, traceparent).startSpan())
                .map(span -> new Work(TraceContext.of(span), span))
                .orElseGet(() -> new Work(traceparent, Span.getInvalid()));
    }

    private static SpanBuilder builder(Tracer tracer, SpanKind kind, String name, String traceparent) {
        return tracer.spanBuilder(name).setSpanKind(kind).setParent(TraceContext.parent(traceparent));
    }

    private static void describe(Span span, String topic, Envelope envelope) {
        span.setAttribute("messaging.system", "kafka");
        span.setAttribute("messaging.destination.name", topic);
        span.setAttribute("cloudevents.event_id", envelope.id().toString());
        span.setAttribute("cloudevents.event_type", envelope.type());
        // The incident's id where there is one: all spans about it are found by it, also years apart.
        span.setAttribute("cloudevents.event_subject", envelope.subject());
    }
}
