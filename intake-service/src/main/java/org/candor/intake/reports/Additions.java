package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.intake.reports.decision.Relation;
import org.candor.intake.reports.decision.ReportRules;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.candor.kit.time.Ids;
import org.candor.kit.web.Idempotency;

/** What whoever reported adds later. It does not change what the report said. */
@ApplicationScoped
class Additions {

    private record Supplied(long number) {}

    private final OpenReports openReports;
    private final ConcernedEntity concernedEntity;
    private final Supplements supplements;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Ids ids;
    private final Clock clock;

    Additions(
            OpenReports openReports,
            ConcernedEntity concernedEntity,
            Supplements supplements,
            Idempotency idempotency,
            Outbox outbox,
            Ids ids,
            Clock clock) {
        this.openReports = openReports;
        this.concernedEntity = concernedEntity;
        this.supplements = supplements;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.ids = ids;
        this.clock = clock;
    }

    /** Adds to a report of the caller's own; answers the supplement's number. */
    Uni<Long> supplement(UUID incidentId, SupplementRequest request, Optional<String> retryKey) {
        return Transactions.run(() -> openReports
                .ownOrOfAssociate(incidentId)
                .chain(opened -> idempotency.once(
                        "supplement-" + incidentId,
                        retryKey.orElse(null),
                        request,
                        Supplied.class,
                        () -> concernedEntity.of(opened.report()).chain(entity -> add(opened, request, entity))))
                .map(Supplied::number));
    }

    private Uni<Supplied> add(Opened opened, SupplementRequest request, EntityOfficers entity) {
        Report report = opened.report();
        Optional.ofNullable(request.discoveredOn()).ifPresent(day -> requireDiscovery(report, request, entity));
        return supplements.next(report.incidentId).chain(number -> {
            Supplement row = row(opened, request, number);
            report.updatedAt = row.suppliedAt;
            return supplements
                    .persist(row)
                    .chain(() -> outbox.publish(Topic.REPORT, row.fact(report.entityId), byReporter(report)))
                    .replaceWith(() -> new Supplied(row.number));
        });
    }

    private Supplement row(Opened opened, SupplementRequest request, long number) {
        Supplement row = new Supplement();
        row.supplementId = ids.next();
        row.incidentId = opened.report().incidentId;
        row.number = number;
        row.byAssociate = opened.report().relation == Relation.BUSINESS_ASSOCIATE;
        row.discoveredOn = request.discoveredOn();
        row.affectedKnown = request.affectedKnown();
        row.told = opened.cipher()
                .seal(Supplement.TOLD, row.supplementId, request.text().value());
        row.suppliedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return row;
    }

    private void requireDiscovery(Report report, SupplementRequest request, EntityOfficers entity) {
        if (report.relation != Relation.BUSINESS_ASSOCIATE) {
            throw new Problem(IntakeProblem.ASSOCIATE_RELATION_NEEDED)
                    .field("/discoveredOn", "of a business associate's report only");
        }
        ReportRules.refuseDiscovery(
                        request.discoveredOn(), Optional.ofNullable(report.happenedAt), clock.instant(), entity.zone())
                .ifPresent(refusal -> Refusals.refuse(refusal, "/discoveredOn"));
    }

    /** Who it was never leaves intake. */
    private static Origin byReporter(Report report) {
        return new Origin(report.entityId, report.drill, Envelope.REPORTER);
    }
}
