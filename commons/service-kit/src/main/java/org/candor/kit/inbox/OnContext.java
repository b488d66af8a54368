package org.candor.kit.inbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits without leaving the Vert.x context: sessions belong to the context on which they were opened. */
public final class OnContext {

    private OnContext() {}

    /** Runs the work after the delay, on the context of the caller. */
    public static <T> Uni<T> after(Duration delay, Supplier<Uni<T>> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(delay)
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(work::get);
    }
}
