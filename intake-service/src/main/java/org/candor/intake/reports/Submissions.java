package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.intake.IntakeProblem;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.receipts.Receipts;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.intake.reports.decision.ReportState;
import org.candor.intake.routing.Routes;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.outbox.Origin;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** Accepts reports: sealed report, routing record and facts are one transaction, and acknowledged means durable. */
@ApplicationScoped
class Submissions {

    private final Reports reports;
    private final ConcernedEntity concernedEntity;
    private final Routes routes;
    private final IncidentVault vault;
    private final Receipts receipts;
    private final Idempotency idempotency;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Submissions(
            Reports reports,
            ConcernedEntity concernedEntity,
            Routes routes,
            IncidentVault vault,
            Receipts receipts,
            Idempotency idempotency,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.reports = reports;
        this.concernedEntity = concernedEntity;
        this.routes = routes;
        this.vault = vault;
        this.receipts = receipts;
        this.idempotency = idempotency;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Accepts the report, or answers a retry as the first time. */
    Uni<ReceiptView> submit(ReportRequest request, Optional<String> retryKey) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ReportRules.refuse(request.happened(), request.learned(), now).ifPresent(Submissions::refuse);
        if (request.isDrill() && !isOfficer()) {
            throw new Problem(IntakeProblem.DRILL_NOT_ALLOWED).field("/drill", "officers only");
        }
        String seed = retryKey.orElseGet(() -> UUID.randomUUID().toString());
        return Transactions.run(() -> receipts.ready()
                        .chain(() -> idempotency.once(
                                "submit-report",
                                retryKey.orElse(null),
                                request,
                                Accepted.class,
                                () -> accept(request, seed, now))))
                .map(accepted -> receipt(accepted, seed));
    }

    private Uni<Accepted> accept(ReportRequest request, String seed, Instant now) {
        return concernedEntity.of(request.entityId()).chain(entity -> store(request, seed, now, entity));
    }

    private Uni<Accepted> store(ReportRequest request, String seed, Instant now, EntityOfficers entity) {
        Report report = report(request, now, entity.entityId());
        report.receiptHash =
                receipts.hash(receipts.issue(report.incidentId, seed)).orElseThrow();
        Origin origin = new Origin(report.entityId, report.drill, Envelope.REPORTER);
        String details = EventJson.write(request.details(caller.subject()));
        return vault.create(report.incidentId)
                .invoke(cipher -> report.details = cipher.seal(ReportDetails.PLACE, report.incidentId, details))
                .chain(() -> reports.persist(report))
                .chain(() -> routes.open(report.incidentId, entity, request.implicatedTexts(), report.fact(), origin))
                .replaceWith(() -> new Accepted(report.incidentId, report.receivedAt, report.late));
    }

    private Report report(ReportRequest request, Instant now, String entityId) {
        Report report = new Report();
        report.incidentId = ids.next();
        report.entityId = entityId;
        report.kind = request.kind();
        report.relation = request.relation();
        report.channel = request.channel();
        report.medium = request.medium() == null ? Medium.UNKNOWN : request.medium();
        report.anonymous = caller.isAnonymous();
        report.byWorkforce = request.relation().isWorkforce();
        report.phiPossible = request.phiPossible();
        report.urgent = Boolean.TRUE.equals(request.urgent());
        report.drill = request.isDrill();
        report.happenedAt = request.happened().orElse(null);
        report.learnedAt = request.learned().orElse(null);
        report.receivedAt = now;
        report.late = ReportRules.isLate(request.relation(), request.learned(), now);
        report.state = ReportState.RECEIVED;
        return report;
    }

    private ReceiptView receipt(Accepted accepted, String seed) {
        return new ReceiptView(
                accepted.incidentId(),
                receipts.issue(accepted.incidentId(), seed),
                accepted.receivedAt(),
                accepted.late(),
                ReportState.RECEIVED,
                Statement.NON_RETALIATION);
    }

    private boolean isOfficer() {
        return caller.hasRole("privacy-officer") || caller.hasRole("security-officer");
    }

    private static void refuse(ReportRules.Refusal refusal) {
        throw switch (refusal) {
            case HAPPENED_IN_THE_FUTURE ->
                new Problem(IntakeProblem.IN_THE_FUTURE).field("/happenedAt", "in the future");
            case LEARNED_IN_THE_FUTURE -> new Problem(IntakeProblem.IN_THE_FUTURE).field("/learnedAt", "in the future");
            case LEARNED_BEFORE_IT_HAPPENED ->
                new Problem(IntakeProblem.LEARNED_BEFORE_IT_HAPPENED).field("/learnedAt", "before happenedAt");
        };
    }
}
