package org.candor.intake.exceptions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.candor.events.Topic;
import org.candor.intake.exceptions.ReviewRows.EntityZone;
import org.candor.kit.data.Transactions;
import org.candor.kit.ops.Round;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.jboss.logging.Logger;

/** Opens the first review of an entity that has none; each later one is opened when the one before is recorded. */
@ApplicationScoped
class ReviewLoop {

    private static final Logger LOG = Logger.getLogger(ReviewLoop.class);

    private final ReviewRows reviews;
    private final Outbox outbox;
    private final Clock clock;

    ReviewLoop(ReviewRows reviews, Outbox outbox, Clock clock) {
        this.reviews = reviews;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.look.access-reviews}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        return Round.of(
                Transactions.run(() -> reviews.entitiesWithoutOne()
                        .chain(entities -> Multi.createFrom()
                                .iterable(entities)
                                .onItem()
                                .transformToUniAndConcatenate(this::open)
                                .onItem()
                                .ignoreAsUni())),
                LOG,
                "reviews of access were not looked at");
    }

    private Uni<Void> open(EntityZone entity) {
        return reviews.first(entity, clock.instant().truncatedTo(ChronoUnit.MICROS))
                .chain(made -> made == null
                        ? Uni.createFrom().voidItem()
                        : outbox.publish(Topic.REPORT, made.deadline(), Origin.system(made.entityId, false)));
    }
}
