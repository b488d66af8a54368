package org.candor.intake.receipts;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives answers about receipts only at whole multiples of a time slot after the question, so that how long one took does not
 * tell what was found. It also slows whoever tries receipts one after the other.
 */
@ApplicationScoped
public class EvenAnswers {

    private final Vertx vertx;
    private final long slotNanos;

    EvenAnswers(Vertx vertx, @ConfigProperty(name = "candor.receipts.answer-slot") Duration slot) {
        this.vertx = vertx;
        this.slotNanos = slot.toNanos();
    }

    /** The work's answer or failure, at the end of the time slot in which it came. */
    public <T> Uni<T> even(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            long begun = System.nanoTime();
            return Uni.createFrom()
                    .deferred(work::get)
                    .onItemOrFailure()
                    .transformToUni((answer, failure) -> untilTheSlotEnds(begun)
                            .chain(() -> failure == null
                                    ? Uni.createFrom().item(answer)
                                    : Uni.createFrom().failure(failure)));
        });
    }

    private Uni<Void> untilTheSlotEnds(long begun) {
        long nanos = slotNanos - (System.nanoTime() - begun) % slotNanos;
        return Uni.createFrom()
                .emitter(emitter ->
                        vertx.setTimer(Math.max(1, nanos / 1_000_000 + 1), elapsed -> emitter.complete(null)));
    }
}
