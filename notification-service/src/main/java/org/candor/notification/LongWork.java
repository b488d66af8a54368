package org.candor.notification;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Work that takes minutes, on a thread of its own. It goes to the database through the context from which it was started, one
 * session after another, and waits for each.
 */
@ApplicationScoped
public class LongWork {

    // Who follows a slow client waits most of the time.
    private static final int AT_ONCE = 8;

    private final Vertx vertx;
    private final WorkerExecutor threads;

    /** What runs for long. */
    @FunctionalInterface
    public interface Job<T> {
        T run(Database database) throws Exception;
    }

    /** The way back into sessions; never two pieces of work at a time. */
    public static final class Database {

        private final Context context;

        private Database(Context context) {
            this.context = context;
        }

        /** Begins the work and goes on; the caller waits for it before he begins the next. */
        public <T> CompletableFuture<T> begin(Supplier<Uni<T>> work) {
            CompletableFuture<T> result = new CompletableFuture<>();
            context.runOnContext(ignored -> Uni.createFrom()
                    .deferred(() -> work.get())
                    .subscribe()
                    .with(result::complete, result::completeExceptionally));
            return result;
        }

        public <T> T await(Supplier<Uni<T>> work) {
            return join(begin(work));
        }

        /** As {@link CompletableFuture#join}, with the failure itself. */
        public static <T> T join(CompletableFuture<T> begun) {
            try {
                return begun.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        }
    }

    LongWork(Vertx vertx) {
        this.vertx = vertx;
        this.threads = vertx.createSharedWorkerExecutor("long-work", AT_ONCE, 1, TimeUnit.DAYS);
    }

    /** Call on a context without an open session; the answer comes on the same context. */
    public <T> Uni<T> run(Job<T> job) {
        return Uni.createFrom().emitter(emitter -> {
            Database database = new Database(vertx.getOrCreateContext());
            threads.executeBlocking(() -> job.run(database), false).onComplete(result -> {
                if (result.succeeded()) {
                    emitter.complete(result.result());
                } else {
                    emitter.fail(result.cause());
                }
            });
        });
    }

    @PreDestroy
    void close() {
        threads.close();
    }
}
