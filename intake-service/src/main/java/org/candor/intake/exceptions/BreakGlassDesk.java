package org.candor.intake.exceptions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.ReportEvent.BreakGlassUsed;
import org.candor.events.RoutingEvent.ReaderUntil;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.exceptions.ExceptionRows.Entry;
import org.candor.intake.exceptions.decision.BreakGlass;
import org.candor.intake.exceptions.decision.BreakGlass.Standing;
import org.candor.intake.routing.Readers;
import org.candor.intake.routing.Routes;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.IncidentRoutings;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/**
 * Breaks the glass: row, routing record, access record and the fact that tells those in charge are one transaction. The record
 * opens the incident in every service, and each of them shuts it by itself when the time has come.
 */
@ApplicationScoped
class BreakGlassDesk {

    private final BreakGlass rules;
    private final ExceptionRows rows;
    private final Exceptions exceptions;
    private final Readers readers;
    private final IncidentRoutings routings;
    private final Routes routes;
    private final IncidentVault vault;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Outbox outbox;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    BreakGlassDesk(
            BreakGlassConfig config,
            ExceptionRows rows,
            Exceptions exceptions,
            Readers readers,
            IncidentRoutings routings,
            Routes routes,
            IncidentVault vault,
            Idempotency idempotency,
            AccessLog accessLog,
            Outbox outbox,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.rules = new BreakGlass(config.usual(), config.longest());
        this.rows = rows;
        this.exceptions = exceptions;
        this.readers = readers;
        this.routings = routings;
        this.routes = routes;
        this.vault = vault;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.outbox = outbox;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    private record Made(UUID exceptionId) {}

    Uni<ExceptionView> use(UUID incidentId, BreakGlassRequest request, String retryKey) {
        // As the database keeps it.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Transactions.run(() -> standing(incidentId)
                .chain(his -> idempotency.once(
                        "break-glass " + incidentId,
                        retryKey,
                        request,
                        Made.class,
                        () -> open(incidentId, request, now, until(his, request, now))))
                .chain(made -> exceptions.one(made.exceptionId())));
    }

    /** Looked at on a retry, too: whom it may be about by now, for him it does not exist. */
    private Uni<Standing> standing(UUID incidentId) {
        return rows.standing(incidentId, caller.subject(), caller.entitiesFilter())
                .map(found ->
                        found.filter(his -> !his.recused() && his.granted()).orElseThrow(Problem::notFound))
                .chain(his -> his.mayRead()
                        ? readers.hasAllThatIsHis(incidentId).map(his::reading)
                        : Uni.createFrom().item(his));
    }

    private Instant until(Standing his, BreakGlassRequest request, Instant now) {
        BreakGlass.Answer answer = rules.decide(his, request.lasting(), now);
        return answer.until().orElseThrow(() -> problem(answer.refusal().orElseThrow()));
    }

    private static Problem problem(BreakGlass.Refusal refusal) {
        return switch (refusal) {
            case HIDDEN -> Problem.notFound();
            case READABLE_ALREADY -> new Problem(IntakeProblem.READABLE_ALREADY);
            case TOO_LONG -> new Problem(CommonProblem.INVALID_FIELD).field("/minutes", "longer than is allowed here");
        };
    }

    private Uni<Made> open(UUID incidentId, BreakGlassRequest request, Instant now, Instant until) {
        UUID id = ids.next();
        return vault.open(incidentId)
                .map(cipher -> new Entry(
                        id,
                        ExceptionKind.BREAK_GLASS,
                        incidentId,
                        caller.subject(),
                        request.ground().name(),
                        List.of(),
                        List.of(),
                        Optional.of(cipher.seal(
                                Exceptions.REASON, id, request.reason().value())),
                        now,
                        Optional.of(until)))
                .chain(rows::add)
                .chain(() -> accessLog.readFor(
                        request.ground().name(), "break-glass", incidentId, "exceptionId=" + id + ",until=" + until))
                .chain(() -> tell(incidentId, new ReaderUntil(caller.subject(), until), id, request, now))
                .replaceWith(new Made(id));
    }

    private Uni<Void> tell(UUID incidentId, ReaderUntil reader, UUID id, BreakGlassRequest request, Instant now) {
        return routings.find(incidentId).map(Optional::orElseThrow).chain(routing -> {
            Origin origin = new Origin(routing.entityId(), routing.drill(), caller.subject());
            BreakGlassUsed fact = new BreakGlassUsed(
                    incidentId, routing.entityId(), id, request.ground().name(), now, reader.until());
            return routes.except(incidentId, reader, origin).chain(() -> outbox.publish(Topic.REPORT, fact, origin));
        });
    }
}
