package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.BreachProblem;
import org.candor.breach.assessment.MisaddressedMailings.Mailing;
import org.candor.breach.assessment.MisaddressedResource.MailingRequest;
import org.candor.breach.obligations.decision.Basis;
import org.candor.breach.obligations.decision.Knowledge;
import org.candor.breach.obligations.decision.Moment;
import org.candor.events.CaseEvent.KnownBy;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** What officers do when letters went to wrong people. */
@ApplicationScoped
class MisaddressedWork {

    private final Breaches breaches;
    private final MisaddressedMailings mailings;
    private final Idempotency idempotency;
    private final AccessLog accesses;
    private final Caller caller;
    private final Clock clock;
    private final Ids ids;

    MisaddressedWork(
            Breaches breaches,
            MisaddressedMailings mailings,
            Idempotency idempotency,
            AccessLog accesses,
            Caller caller,
            Clock clock,
            Ids ids) {
        this.breaches = breaches;
        this.mailings = mailings;
        this.idempotency = idempotency;
        this.accesses = accesses;
        this.caller = caller;
        this.clock = clock;
        this.ids = ids;
    }

    Uni<Mailing> record(UUID incidentId, MailingRequest request, String retryKey) {
        return Transactions.run(() -> breaches.locked(incidentId)
                .invoke(parent -> checkDay(parent, request.detectedOn()))
                .call(() -> accesses.read("record-misaddressed-mailing", incidentId))
                .chain(parent -> idempotency.once(
                        "misaddressed " + incidentId, retryKey, request, Mailing.class, () -> add(parent, request))));
    }

    private Uni<Mailing> add(BreachHead parent, MailingRequest request) {
        Mailing mailing = new Mailing(ids.next(), request.people(), request.detectedOn(), false, null);
        return mailings.record(
                        parent.breach(),
                        mailing.mailingId(),
                        mailing.people(),
                        mailing.detectedOn(),
                        parent.origin(caller.subject()))
                .replaceWith(mailing);
    }

    private void checkDay(BreachHead parent, LocalDate day) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), parent.zone());
        if (day.isAfter(today) || parent.discoveredOn() == null || day.isBefore(parent.discoveredOn())) {
            throw new Problem(BreachProblem.DONE_TOO_EARLY).field("/detectedOn", "from the discovery to today");
        }
    }

    /** Both are breaches that the caller may see, of one entity, and neither is the other. */
    Uni<Mailing> link(UUID incidentId, UUID mailingId, UUID childId, String ifMatch) {
        return Transactions.run(() -> breaches.changing(incidentId, ifMatch)
                .chain(parent -> breaches.locked(childId)
                        .invoke(child -> checkChild(parent, child))
                        .chain(() -> mailings.find(incidentId, mailingId))
                        .map(found -> found.orElseThrow(Problem::notFound))
                        .invoke(MisaddressedWork::checkUnlinked)
                        .call(mailing -> know(childId, mailing))
                        .call(() -> breaches.childOf(childId, incidentId))
                        .call(mailing -> mailings.link(parent, mailing, childId, caller.subject()))
                        .call(() -> accesses.read("link-breach", childId))
                        .map(mailing ->
                                new Mailing(mailingId, mailing.people(), mailing.detectedOn(), true, childId))));
    }

    private Uni<Void> know(UUID childId, Mailing mailing) {
        Knowledge seen = Knowledge.of(
                "mailing-" + mailing.mailingId(),
                KnownBy.WORKFORCE,
                Basis.ACTUAL,
                new Moment.OnDay(mailing.detectedOn()));
        // Read by people who may not see that other breach: it is not named.
        String because = "letters of another breach went to wrong people, seen on " + mailing.detectedOn();
        return breaches.know(childId, seen, because, Optional.empty(), because, caller.subject())
                .replaceWithVoid();
    }

    private static void checkChild(BreachHead parent, BreachHead child) {
        if (child.incidentId().equals(parent.incidentId())
                || !child.entityId().equals(parent.entityId())
                || child.drill() != parent.drill()) {
            throw new Problem(BreachProblem.NOT_A_NEW_BREACH).field("/incidentId", "another breach of the same entity");
        }
    }

    private static void checkUnlinked(Mailing mailing) {
        if (mailing.linked()) {
            throw new Problem(BreachProblem.LINKED_ALREADY);
        }
    }
}
