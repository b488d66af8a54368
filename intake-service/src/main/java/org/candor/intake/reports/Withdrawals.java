package org.candor.intake.reports;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent.ReportWithdrawn;
import org.candor.events.Topic;
import org.candor.intake.IntakeProblem;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;
import org.hibernate.LockMode;

/** Records that whoever reported takes it back. Nothing is deleted and the case goes on: the duties do not depend on him. */
@ApplicationScoped
public class Withdrawals {

    /** Where the reason stands, as the cipher binds it. */
    static final String REASON = "report.withdrawal";

    private final Reports reports;
    private final OpenReports openReports;
    private final Outbox outbox;
    private final Clock clock;

    Withdrawals(Reports reports, OpenReports openReports, Outbox outbox, Clock clock) {
        this.reports = reports;
        this.openReports = openReports;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Withdraws a report of the caller's own; answers when. */
    Uni<Instant> withdrawOwn(UUID incidentId, String reason) {
        return Transactions.run(() -> openReports.own(incidentId).chain(opened -> withdraw(opened, reason)));
    }

    /**
     * Withdraws a report; answers when. Call inside a transaction, once it is known that whoever reported asks for it.
     *
     * @param reason as he wrote it; it is sealed. Empty where he gives none
     */
    public Uni<Instant> withdraw(UUID incidentId, String reason) {
        return reports.findById(incidentId)
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .chain(openReports::open)
                .chain(opened -> withdraw(opened, reason));
    }

    /** Two that come at the same time wait for each other, and the second sees what the first did. */
    private Uni<Instant> withdraw(Opened opened, String reason) {
        return Panache.getSession()
                .chain(session -> session.refresh(opened.report(), LockMode.PESSIMISTIC_WRITE))
                .chain(() -> record(opened, reason));
    }

    private Uni<Instant> record(Opened opened, String reason) {
        Report report = opened.report();
        if (report.withdrawnAt != null) {
            throw new Problem(IntakeProblem.WITHDRAWN_ALREADY);
        }
        report.withdrawnAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        report.updatedAt = report.withdrawnAt;
        report.withdrawal = opened.cipher().seal(REASON, report.incidentId, reason);
        return outbox.publish(
                        Topic.REPORT,
                        new ReportWithdrawn(report.incidentId, report.entityId, report.withdrawnAt),
                        new Origin(report.entityId, report.drill, Envelope.REPORTER))
                .replaceWith(report.withdrawnAt);
    }
}
