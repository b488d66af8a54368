package org.candor.kit.keeping;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.inbox.Faults;
import org.candor.kit.ops.Round;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.client.api.ClientMultipartForm;

/**
 * Sends what waits, the next after the one before was answered. A row is claimed with a lease, so that no connection is held
 * while audit answers; who dies meanwhile leaves it to the next try, which audit answers as it answered the first.
 */
@ApplicationScoped
class HandOverSender {

    private static final Logger LOG = Logger.getLogger(HandOverSender.class);
    private static final Duration LEASE = Duration.ofMinutes(1);

    private static final String CLAIM = """
            update hand_over set next_try_at = ?2, attempts = attempts + 1
             where id = (select id from hand_over where next_try_at <= ?1 order by next_try_at limit 1
                            for update skip locked)
            returning\s""" + HandOver.COLUMNS;

    private static final String DONE = "delete from hand_over where id = ?1";
    private static final String LATER = "update hand_over set next_try_at = ?2 where id = ?1";

    private record Ready(HandOver document, ClientMultipartForm form) {}

    private final AuditDocuments audit;
    private final IncidentVault vault;
    private final Clock clock;

    HandOverSender(@RestClient AuditDocuments audit, IncidentVault vault, Clock clock) {
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    @Scheduled(
            every = "${candor.hand-over.every}",
            delayed = "2s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> sendAll() {
        return Round.of(next(), LOG, "documents could not be handed over");
    }

    private Uni<Void> next() {
        return Transactions.run(this::claim)
                .chain(claimed -> claimed.map(ready -> send(ready).chain(this::next))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Optional<Ready>> claim() {
        Instant now = clock.instant();
        return Sql.rows(Object[].class, CLAIM, now, now.plus(LEASE))
                .map(rows -> rows.stream().findFirst().map(HandOver::of))
                .chain(found ->
                        found.map(this::ready).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Ready>> ready(HandOver document) {
        return vault.open(document.incidentId()).map(cipher -> Optional.of(new Ready(document, document.form(cipher))));
    }

    /** The answer comes back on the context of the call, where sessions may be opened. */
    private Uni<Void> send(Ready ready) {
        Context context = Vertx.currentContext();
        return audit.keep(ready.form())
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .map(HandOverSender::accepted)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "document %s is not kept yet, it is tried again: %s",
                            ready.document().id(), Faults.name(failure));
                    return false;
                })
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(kept -> Transactions.run(() -> kept ? done(ready.document()) : later(ready.document())));
    }

    private static boolean accepted(Response answer) {
        return answer.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL;
    }

    private static Uni<Void> done(HandOver document) {
        return Sql.update(DONE, document.id()).replaceWithVoid();
    }

    private Uni<Void> later(HandOver document) {
        return Sql.update(LATER, document.id(), clock.instant().plus(document.pause()))
                .replaceWithVoid();
    }
}
