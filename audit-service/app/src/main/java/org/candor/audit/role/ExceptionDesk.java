package org.candor.audit.role;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.audit.AuditProblem;
import org.candor.audit.programme.Reader;
import org.candor.audit.programme.Register;
import org.candor.audit.programme.Register.Evidence;
import org.candor.audit.role.ExceptionView.State;
import org.candor.audit.role.decision.AccessException.Refusal;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.EntityTags;
import org.candor.kit.web.Idempotency;
import org.candor.kit.web.PersonalText;

/** Exceptions of access: asked for, decided by somebody else, and ended; one that runs out is a duty of its own. */
@ApplicationScoped
class ExceptionDesk {

    private static final String REASON = "programme.access_exception.reason";
    private static final String END = "ACCESS_EXCEPTION_END";

    /** What a retry is answered from; kept as JSON. */
    record Asked(UUID exceptionId) {}

    private final Exceptions exceptions;
    private final HolderDesk holders;
    private final Register register;
    private final IncidentVault vault;
    private final Caller caller;
    private final Idempotency idempotency;
    private final AccessLog accessLog;
    private final Ids ids;
    private final Clock clock;

    ExceptionDesk(
            Exceptions exceptions,
            HolderDesk holders,
            Register register,
            IncidentVault vault,
            Caller caller,
            Idempotency idempotency,
            AccessLog accessLog,
            Ids ids,
            Clock clock) {
        this.exceptions = exceptions;
        this.holders = holders;
        this.register = register;
        this.vault = vault;
        this.caller = caller;
        this.idempotency = idempotency;
        this.accessLog = accessLog;
        this.ids = ids;
        this.clock = clock;
    }

    Uni<ExceptionView> ask(ExceptionRequest request, String retryKey) {
        return Transactions.run(() -> holders.requireRole(request.roleId(), request.department())
                .chain(role ->
                        idempotency.once("ask-exception", retryKey, request, Asked.class, () -> add(role, request)))
                .chain(asked -> view(asked.exceptionId()).call(() -> record("ask-exception", asked.exceptionId()))));
    }

    /** For less time than was asked for where a day is named. */
    Uni<ExceptionView> grant(UUID id, Optional<LocalDate> until, String ifMatch) {
        return change(id, ifMatch, "grant-exception", (seen, today) -> {
            LocalDate untilOn = until.orElse(seen.untilOn());
            refuse(seen.exception().grant(caller.subject(), untilOn, today));
            return exceptions
                    .decide(id, State.GRANTED, untilOn, caller.subject(), now())
                    .chain(() -> register.enter(
                            register.entry(seen.entityId(), END, seen.code(), seen.department(), seen.person(), today)
                                    .due(untilOn),
                            caller.subject()))
                    .chain(dutyId -> exceptions.endsBy(id, dutyId.orElseThrow()));
        });
    }

    Uni<ExceptionView> refuse(UUID id, String ifMatch) {
        return change(id, ifMatch, "refuse-exception", (seen, today) -> {
            refuse(seen.exception().refuse());
            return exceptions.decide(id, State.REFUSED, seen.untilOn(), caller.subject(), now());
        });
    }

    /** The access was taken away. */
    Uni<ExceptionView> end(UUID id, String ifMatch) {
        return change(id, ifMatch, "end-exception", (seen, today) -> {
            refuse(seen.exception().end());
            Evidence ended = new Evidence(today, "ACCESS_ENDED", Optional.empty());
            return exceptions
                    .end(id, today)
                    .chain(() -> exceptions.duty(id))
                    .chain(duty -> duty.map(dutyId -> register.done(dutyId, ended, caller.subject()))
                            .orElseGet(() -> Uni.createFrom().voidItem()));
        });
    }

    Uni<ExceptionView> read(UUID id) {
        return Transactions.run(() -> view(id).call(() -> record("read-exception", id)));
    }

    /** Up to {@code limit + 1}, newest first. */
    Uni<List<ExceptionView>> page(String state, Optional<Cursor> after, int limit) {
        return Transactions.run(() -> exceptions
                .page(Reader.of(caller), state, after, limit)
                .call(() -> accessLog.list("list-exceptions", "state=" + state, List.of())));
    }

    private interface Change {
        Uni<Void> on(ExceptionView seen, LocalDate today);
    }

    private Uni<ExceptionView> change(UUID id, String ifMatch, String action, Change change) {
        return Transactions.run(() -> exceptions
                .lock(id, Reader.acting(caller))
                .map(found -> found.orElseThrow(Problem::notFound))
                .invoke(seen -> EntityTags.check(ifMatch, seen.version()))
                .chain(seen -> register.today(seen.entityId()).chain(today -> change.on(seen, today)))
                .chain(() -> record(action, id))
                .chain(() -> view(id)));
    }

    private Uni<Asked> add(RoleView role, ExceptionRequest request) {
        UUID id = ids.next();
        return register.today(role.entityId())
                .invoke(today -> {
                    if (!request.untilOn().isAfter(today)) {
                        throw new Problem(AuditProblem.EXCEPTION_REFUSED).field("untilOn", "must be after today");
                    }
                })
                .chain(() -> vault.create(id))
                .map(cipher -> cipher.seal(REASON, id, request.reason().value()))
                .chain(reason -> exceptions.add(id, role, request, reason, caller.subject(), now()))
                .replaceWith(new Asked(id));
    }

    private Uni<ExceptionView> view(UUID id) {
        return exceptions
                .find(id, Reader.of(caller))
                .map(found -> found.orElseThrow(Problem::notFound))
                .chain(seen -> exceptions
                        .reason(id)
                        .chain(kept -> vault.open(id)
                                .map(cipher -> seen.with(new PersonalText(cipher.read(REASON, id, kept))))));
    }

    private static void refuse(Optional<Refusal> refusal) {
        refusal.ifPresent(why -> {
            throw problem(why);
        });
    }

    private static Problem problem(Refusal why) {
        return switch (why) {
            case NOT_IN_THAT_STATE -> new Problem(AuditProblem.EXCEPTION_STANDS_OTHERWISE);
            case OWN_REQUEST ->
                new Problem(AuditProblem.EXCEPTION_REFUSED).field("decidedBy", "another than who asked or is meant");
            case END_NOT_AHEAD -> new Problem(AuditProblem.EXCEPTION_REFUSED).field("untilOn", "must be after today");
            case END_TOO_LATE -> new Problem(AuditProblem.EXCEPTION_REFUSED).field("untilOn", "must be within a year");
        };
    }

    private Uni<Void> record(String action, UUID id) {
        return accessLog.list(action, "exceptionId=" + id, List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
