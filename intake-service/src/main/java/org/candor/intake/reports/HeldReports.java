package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.Envelope;
import org.candor.intake.IntakeProblem;
import org.candor.intake.receipts.Receipts;
import org.candor.kit.errors.Problem;
import org.candor.kit.outbox.Origin;

/** Finds the report of a receipt. */
@ApplicationScoped
public class HeldReports {

    private final Reports reports;
    private final Receipts receipts;

    HeldReports(Reports reports, Receipts receipts) {
        this.reports = reports;
        this.receipts = receipts;
    }

    /** The report, or {@code UNKNOWN_RECEIPT}; inside a session. The same statement runs whatever the text is. */
    public Uni<HeldReport> require(String receipt) {
        return receipts.ready()
                .chain(() -> reports.byReceipt(receipts.hash(receipt).orElseGet(HeldReports::noReceipt)))
                .map(found -> found.map(HeldReports::held)
                        .orElseThrow(() -> new Problem(IntakeProblem.UNKNOWN_RECEIPT).field("/receipt", "unknown")));
    }

    private static HeldReport held(Report report) {
        Origin origin = new Origin(report.entityId, report.drill, Envelope.REPORTER);
        return new HeldReport(
                report.incidentId,
                origin,
                report.receivedAt,
                report.state,
                report.anonymous,
                report.answerDueOn,
                report.withdrawnAt);
    }

    /** What is malformed is looked up all the same, so that it takes as long as a wrong one. */
    private static byte[] noReceipt() {
        return new byte[0];
    }
}
