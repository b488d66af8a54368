package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** CPU work off the event loop. What follows runs on the caller's context again, where a session may be opened. */
public final class Workers {

    private Workers() {}

    public static <T> Uni<T> compute(Callable<T> work) {
        Context context = Vertx.currentContext();
        return Uni.createFrom()
                .completionStage(() -> context.executeBlocking(work, false).toCompletionStage());
    }
}
