package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.exceptions.ReviewRows.EntityZone;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Page;

/** Records reviews; nobody reviews exceptions of his own. The next one is due six months after this one was done. */
@ApplicationScoped
class ReviewDesk {

    /** What was not committed when the list was read is looked at twice rather than never. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(1);

    private final ReviewRows reviews;
    private final ExceptionRows exceptions;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    ReviewDesk(
            ReviewRows reviews,
            ExceptionRows exceptions,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Clock clock) {
        this.reviews = reviews;
        this.exceptions = exceptions;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    Uni<Page<ReviewView>> of(String entityId) {
        requireGrant(entityId);
        return Transactions.read(() -> reviews.of(entityId))
                .map(rows -> new Page<>(rows.stream().map(ReviewView::of).toList(), null));
    }

    Uni<ReviewView> record(UUID reviewId, ReviewRequest request, String ifMatch) {
        return Transactions.run(() -> reviews.findById(reviewId, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(row -> requireGrant(row.entityId))
                .invoke(row -> EntityTags.check(ifMatch, row.version))
                .call(this::requireOthersExceptions)
                .invoke(row -> record(row, request))
                .call(reviews::flush)
                .call(row -> accessLog.list("record-access-review", "reviewId=" + reviewId, List.of()))
                .call(row -> tell(row, request.lookedUntil()))
                .map(ReviewView::of));
    }

    private Uni<Long> requireOthersExceptions(ReviewRow row) {
        if (row.recordedAt != null) {
            throw new Problem(IntakeProblem.REVIEWED_ALREADY);
        }
        return exceptions.own(row.entityId, caller.subject(), row.looksFrom).invoke(own -> {
            if (own > 0) {
                throw new Problem(IntakeProblem.OWN_EXCEPTIONS);
            }
        });
    }

    private void record(ReviewRow row, ReviewRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (request.lookedUntil().isBefore(row.looksFrom)
                || request.lookedUntil().isAfter(now)) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/lookedUntil", "from looksFrom to now");
        }
        row.outcome = request.outcome();
        row.recordedAt = now;
        row.recordedBy = caller.subject();
    }

    /** The next one begins where this one ended to look. */
    private Uni<Void> tell(ReviewRow row, Instant lookedUntil) {
        Origin origin = new Origin(row.entityId, false, caller.subject());
        return reviews.open(new EntityZone(row.entityId, row.zone), lookedUntil.minus(UNDER_WAY), row.recordedAt)
                .chain(next -> outbox.publishAll(Topic.REPORT, List.of(row.met(), next.deadline()), origin));
    }

    private void requireGrant(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw Problem.notFound();
        }
    }
}
