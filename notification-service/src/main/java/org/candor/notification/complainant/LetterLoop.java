package org.candor.notification.complainant;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.jboss.logging.Logger;

/** Writes to complainants, one letter after another, until each has gone. */
@ApplicationScoped
class LetterLoop {

    private static final Logger LOG = Logger.getLogger(LetterLoop.class);

    private final Letters letters;
    private final Composition composition;
    private final Delivery delivery;

    LetterLoop(Letters letters, Composition composition, Delivery delivery) {
        this.letters = letters;
        this.composition = composition;
        this.delivery = delivery;
    }

    @Scheduled(
            every = "${candor.complainant.look}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(letters::claim)
                        .chain(claimed -> claimed.map(letter -> work(letter).chain(this::look))
                                .orElseGet(() -> Uni.createFrom().voidItem())),
                LOG,
                "letters to complainants were not looked at");
    }

    /** What fails is late and is tried again; the next letter does not wait for it. */
    private Uni<Void> work(Letter letter) {
        Uni<Void> done = letter.state().equals("WAITING")
                ? composition.compose(letter).chain(state -> state.equals("SEALED") ? deliver(letter) : nothing())
                : delivery.deliver(letter);
        return done.onFailure()
                .invoke(failure -> LOG.warnf(
                        "a letter to a complainant is put off: %s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> deliver(Letter letter) {
        return Transactions.read(() -> letters.find(letter.id()))
                .chain(found -> found.map(delivery::deliver).orElseGet(LetterLoop::nothing));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
