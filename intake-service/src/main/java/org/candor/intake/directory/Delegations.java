package org.candor.intake.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;

/** Designates helpers for an area and ends it; the record of both stays (policy I.C.1). */
@ApplicationScoped
class Delegations {

    private final Delegates delegates;
    private final DirectoryDesk directory;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Delegations(
            Delegates delegates,
            DirectoryDesk directory,
            Idempotency idempotency,
            Outbox outbox,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.delegates = delegates;
        this.directory = directory;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    private record Made(UUID delegateId) {}

    Uni<List<DelegateRow>> all() {
        return Transactions.read(() -> delegates.list("order by designatedAt, delegateId"));
    }

    Uni<DelegateRow> designate(DelegateRequest request, String retryKey) {
        requireGrant(request.entityId());
        return Transactions.run(() -> idempotency
                .once(
                        "designate-delegate",
                        retryKey,
                        request,
                        Made.class,
                        () -> directory
                                .requireEntity(request.entityId())
                                .chain(() -> delegates.persistAndFlush(row(request)))
                                .call(this::tell)
                                .map(row -> new Made(row.delegateId)))
                .chain(made -> delegates.findById(made.delegateId())));
    }

    Uni<DelegateRow> end(UUID delegateId, LocalDate until, String ifMatch) {
        return Transactions.run(() -> delegates
                .findById(delegateId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .invoke(row -> requireGrant(row.entityId))
                .invoke(row -> EntityTags.check(ifMatch, row.version))
                .invoke(row -> end(row, until))
                .call(delegates::flush)
                .call(this::tell));
    }

    private void end(DelegateRow row, LocalDate until) {
        if (row.until != null) {
            throw new Problem(IntakeProblem.DELEGATION_ENDED);
        }
        if (until.isBefore(row.from)) {
            throw new Problem(CommonProblem.INVALID_FIELD).field("/until", "before from");
        }
        row.until = until;
        row.endedBy = caller.subject();
    }

    /** Whoever is designated can be named in a report, so routes are looked at again. */
    private Uni<Void> tell(DelegateRow row) {
        return DirectoryDesk.revise()
                .chain(() -> outbox.publish(Topic.DIRECTORY, row.fact(), directory.origin(row.entityId)));
    }

    private DelegateRow row(DelegateRequest request) {
        DelegateRow row = new DelegateRow();
        row.delegateId = ids.next();
        row.entityId = request.entityId();
        row.area = request.area();
        row.role = request.helped();
        row.kinds(request.kindsOrNone());
        row.person = request.person();
        row.displayName = request.displayName();
        row.mailbox = request.mailbox();
        row.from = request.from();
        row.designatedBy = caller.subject();
        row.designatedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    private void requireGrant(String entityId) {
        if (!caller.mayActFor(entityId)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }
}
