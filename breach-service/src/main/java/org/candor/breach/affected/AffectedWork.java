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
import org.candor.breach.affected.AffectedView.How;
import org.candor.breach.assessment.BreachHead;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.assessment.OfficerWords;
import org.candor.breach.assessment.OfficerWords.What;
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
import org.candor.kit.web.PersonalText;

/** Names the covered entities of a breach and follows the notice to each. */
@ApplicationScoped
class AffectedWork {

    private static final String ALL = """
        select id, name, individuals, named_at, told_on, told_how from affected_entity
         where incident_id = ?1 order by named_at, id
        """;

    private static final String ADD =
            "insert into affected_entity (id, incident_id, name, individuals, named_at) values (?1, ?2, ?3, ?4, ?5)";

    // They were told with the duty, and stay told when it opens again for another.
    private static final String KEEP_TOLD =
            "update affected_entity set told_how = 'HAND' where incident_id = ?1 and told_how = 'DUTY'";

    private static final String TELL = """
        update affected_entity set told_on = ?3, told_how = ?4 where incident_id = ?1 and id = ?2 and told_on is null
        """;

    private static final String TAKE_BACK =
            "update affected_entity set told_on = null, told_how = null, due = null where id = ?1";

    private final Breaches breaches;
    private final CoveredEntityDeadlines deadlines;
    private final OfficerWords words;
    private final Outbox outbox;
    private final Idempotency idempotency;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    AffectedWork(
            Breaches breaches,
            CoveredEntityDeadlines deadlines,
            OfficerWords words,
            Outbox outbox,
            Idempotency idempotency,
            AccessLog accesses,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.breaches = breaches;
        this.deadlines = deadlines;
        this.words = words;
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
        return Sql.update(KEEP_TOLD, head.incidentId())
                .chain(() -> Sql.update(ADD, id, head.incidentId(), name, request.individuals(), clock.instant()))
                .chain(() -> open(head, "another covered entity is to be told"))
                .replaceWith(new Named(id));
    }

    Uni<List<AffectedView>> told(UUID incidentId, UUID affectedId, LocalDate day) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("record-covered-entity-told", incidentId))
                .invoke(head -> checkDay(head, day))
                .chain(head -> views(head)
                        .invoke(views -> checkUntold(view(views, affectedId)))
                        .chain(() -> tell(head, affectedId, day, How.HAND, caller.subject()))
                        .chain(() -> views(head))));
    }

    /** What notification-service tells of the notice to one of them; false where it is none of them, or told already. */
    Uni<Boolean> noticed(UUID incidentId, UUID affectedId, LocalDate day, String actor) {
        return breaches.asked(incidentId)
                .chain(asked -> asked
                        ? breaches.any(incidentId).chain(head -> tell(head, affectedId, day, How.NOTICE, actor))
                        : Uni.createFrom().item(false));
    }

    private Uni<Boolean> tell(BreachHead head, UUID affectedId, LocalDate day, How how, String actor) {
        return Sql.update(TELL, head.incidentId(), affectedId, day, how.name())
                .chain(told -> told == 0
                        ? Uni.createFrom().item(false)
                        : outbox.publish(Topic.OBLIGATION, met(head, affectedId, day), head.origin(actor))
                                .chain(() -> views(head))
                                .call(views -> lastTold(views).isPresent()
                                        ? done(head, lastTold(views).get(), actor)
                                        : Uni.createFrom().voidItem())
                                .replaceWith(true));
    }

    private static DeadlineMet met(BreachHead head, UUID id, LocalDate day) {
        Optional<LocalDate> due = CoveredEntityDeadlines.duty(head.standing()).map(KeptObligation::due);
        return head.breach().met(id, day, due.orElse(day));
    }

    /** It was wrong that this one was told: its deadline is set again, and the duty is open with it. */
    Uni<List<AffectedView>> takeBack(UUID incidentId, UUID affectedId, PersonalText reason) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .call(() -> accesses.read("withdraw-covered-entity-told", incidentId))
                .chain(head -> views(head)
                        .map(views -> view(views, affectedId))
                        .invoke(AffectedWork::checkTold)
                        .call(view -> words.add(
                                incidentId, affectedId, What.TAKEN_BACK, view.toldOn(), reason, head.cipher()))
                        .chain(() -> Sql.update(TAKE_BACK, affectedId))
                        .chain(() -> open(head, "it was wrong that every covered entity was told"))
                        .chain(() -> views(head))));
    }

    /** Somebody is to be told, so the duty is not done. */
    private Uni<Void> open(BreachHead head, String because) {
        Optional<KeptObligation> duty = CoveredEntityDeadlines.duty(head.standing());
        return duty.filter(each -> each.completedOn() != null).isPresent()
                ? breaches.undone(head.incidentId(), duty.get(), because, caller.subject())
                : deadlines.follow(head.breach(), head.standing(), head.origin(caller.subject()));
    }

    private Uni<Void> done(BreachHead head, LocalDate day, String actor) {
        return CoveredEntityDeadlines.duty(head.standing())
                .map(duty -> breaches.done(
                        head.incidentId(), duty.key(), day, "the last covered entity was told on " + day, actor))
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

    private static AffectedView view(List<AffectedView> views, UUID affectedId) {
        return views.stream()
                .filter(each -> each.affectedId().equals(affectedId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private static void checkUntold(AffectedView view) {
        if (view.toldOn() != null) {
            throw new Problem(BreachProblem.ANSWERED_ALREADY);
        }
    }

    private static void checkTold(AffectedView view) {
        if (view.toldOn() == null) {
            throw new Problem(BreachProblem.NOT_DONE);
        }
    }

    private static void checkCapacity(BreachHead head) {
        if (head.capacity() != Capacity.BUSINESS_ASSOCIATE) {
            throw new Problem(BreachProblem.NOT_AS_BUSINESS_ASSOCIATE);
        }
    }

    private Uni<List<AffectedView>> views(BreachHead head) {
        return Sql.rows(Object[].class, ALL, head.incidentId())
                .map(rows -> rows.stream()
                        .map(row -> AffectedView.of(row, head.cipher()))
                        .toList());
    }
}
