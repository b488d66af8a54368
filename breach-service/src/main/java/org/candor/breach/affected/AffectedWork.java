package org.candor.breach.affected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.affected.AffectedResource.AffectedRequest;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.events.DeadlineEvent.DeadlineMet;
import org.candor.events.Topic;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** Names the covered entities of a breach and follows the notice to each. */
@ApplicationScoped
class AffectedWork {

    private static final String ALL = """
            select id, name, individuals, named_at, told_on from affected_entity
             where incident_id = ?1 order by named_at, id
            """;

    private static final String ADD =
            "insert into affected_entity (id, incident_id, name, individuals, named_at) values (?1, ?2, ?3, ?4, ?5)";

    private static final String TELL = "update affected_entity set told_on = ?2 where id = ?1";

    private final Breaches breaches;
    private final CoveredEntityDeadlines deadlines;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    AffectedWork(
            Breaches breaches,
            CoveredEntityDeadlines deadlines,
            Outbox outbox,
            Idempotency idempotency,
            AccessLog accesses,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.breaches = breaches;
        this.deadlines = deadlines;
        this.outbox = outbox;
        this.idempotency = idempotency;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<List<AffectedView>> all(UUID incidentId) {
        return Transactions.run(() -> breaches.visible(incidentId)
                .call(() -> accesses.read("read-covered-entities", incidentId))
                .chain(this::views));
    }

    /** What a repeated create is answered with. */
    record Named(UUID affectedId) {}

    Uni<List<AffectedView>> name(UUID incidentId, AffectedRequest request, String retryKey) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("name-covered-entity", incidentId))
                .invoke(AffectedWork::checkCapacity)
                .chain(head -> idempotency
                        .once("affected " + incidentId, retryKey, request, Named.class, () -> add(head, request))
                        .chain(() -> views(head))));
    }

    private Uni<Named> add(BreachHead head, AffectedRequest request) {
        UUID id = ids.next();
        byte[] name = head.cipher().seal(AffectedView.PLACE, id, request.name().value());
        return Sql.update(ADD, id, head.incidentId(), name, request.individuals(), clock.instant())
                .chain(() -> deadlines.follow(head.breach(), head.standing(), head.origin(caller.subject())))
                .replaceWith(new Named(id));
    }

    Uni<List<AffectedView>> told(UUID incidentId, UUID affectedId, LocalDate day) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("record-covered-entity-told", incidentId))
                .invoke(head -> checkDay(head, day))
                .chain(head -> views(head)
                        .invoke(views -> checkUntold(views, affectedId))
                        .chain(() -> Sql.update(TELL, affectedId, day))
                        .chain(() -> outbox.publish(
                                Topic.OBLIGATION, met(head, affectedId, day), head.origin(caller.subject())))
                        .chain(() -> views(head))
                        .call(views -> lastTold(views).isPresent()
                                ? done(head, lastTold(views).get())
                                : Uni.createFrom().voidItem())));
    }

    private static DeadlineMet met(BreachHead head, UUID id, LocalDate day) {
        long late = due(head)
                .map(due -> Math.max(0, day.toEpochDay() - due.toEpochDay()))
                .orElse(0L);
        return new DeadlineMet(id, head.incidentId(), day, late);
    }

    private Uni<Void> done(BreachHead head, LocalDate day) {
        return CoveredEntityDeadlines.duty(head.standing())
                .map(duty -> breaches.done(
                        head.incidentId(),
                        duty.key(),
                        day,
                        "the last covered entity was told on " + day,
                        caller.subject()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The duty is owed to each: it is done with the last one, not with the first. */
    private static Optional<LocalDate> lastTold(List<AffectedView> views) {
        boolean all = views.stream().allMatch(view -> view.toldOn() != null);
        return all ? views.stream().map(AffectedView::toldOn).max(LocalDate::compareTo) : Optional.empty();
    }

    private void checkDay(BreachHead head, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), head.zone());
        if (day.isAfter(today) || head.discoveredOn() == null || day.isBefore(head.discoveredOn())) {
            throw new Problem(BreachProblem.DONE_TOO_EARLY).field("/toldOn", "from the discovery to today");
        }
    }

    private static void checkUntold(List<AffectedView> views, UUID affectedId) {
        AffectedView view = views.stream()
                .filter(each -> each.affectedId().equals(affectedId))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (view.toldOn() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
    }

    private static void checkCapacity(BreachHead head) {
        if (head.capacity() != Capacity.BUSINESS_ASSOCIATE) {
            throw new Problem(BreachProblem.NOT_AS_BUSINESS_ASSOCIATE);
        }
    }

    private static Optional<LocalDate> due(BreachHead head) {
        return CoveredEntityDeadlines.duty(head.standing()).map(KeptObligation::due);
    }

    private Uni<List<AffectedView>> views(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId())
                .map(rows -> rows.stream()
                        .map(row -> AffectedView.of(row, head.cipher()))
                        .toList());
    }
}
