package org.candor.kit.data;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Callable;

/**
 * Takes what costs CPU or blocks off the event loop and brings the chain back to the context on which it was, where sessions
 * may be opened again. No session may be open across the hop.
 */
@ApplicationScoped
public class Workers {

    private final Vertx vertx;

    Workers(Vertx vertx) {
        this.vertx = vertx;
    }

    public <T> Uni<T> run(Callable<T> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = vertx.getOrCreateContext();
            context.executeBlocking(work, false).onComplete(result -> {
                if (result.succeeded()) {
                    emitter.complete(result.result());
                } else {
                    emitter.fail(result.cause());
                }
            });
        });
    }

    /** Goes on where it was called, wherever the other part finished. */
    public <T> Uni<T> backHere(Uni<T> elsewhere) {
        Context context = vertx.getOrCreateContext();
        return elsewhere.emitOn(task -> context.runOnContext(ignored -> task.run()));
    }
}
