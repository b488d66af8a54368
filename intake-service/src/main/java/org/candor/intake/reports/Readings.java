package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.IntakeProblem;
import org.candor.intake.receipts.Receipts;
import org.candor.kit.access.AccessLog;
import org.candor.kit.crypto.IncidentVault;
import org.candor.kit.data.Transactions;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;
import org.candor.kit.identity.Visibility;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Answers reads of reports; each is recorded before it is answered. */
@ApplicationScoped
class Readings {

    private final Reports reports;
    private final Visibility visibility;
    private final IncidentVault vault;
    private final Receipts receipts;
    private final AccessLog accessLog;
    private final Caller caller;

    Readings(
            Reports reports,
            Visibility visibility,
            IncidentVault vault,
            Receipts receipts,
            AccessLog accessLog,
            Caller caller) {
        this.reports = reports;
        this.visibility = visibility;
        this.vault = vault;
        this.receipts = receipts;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    Uni<Page<ReportSummary>> page(ReportFilter filter, Optional<Cursor> after) {
        return Transactions.run(() -> reports.page(filter, caller.subject(), caller.entitiesFilter(), after)
                .map(rows -> Page.of(
                        rows, filter.limit(), ReportSummary::of, last -> new Cursor(last.receivedAt, last.incidentId)))
                .call(page -> accessLog.list(
                        "list-reports",
                        filter.described(),
                        page.items().stream().map(ReportSummary::incidentId).toList())));
    }

    Uni<ReportView> one(UUID incidentId) {
        return Transactions.run(() -> visibility
                .require(incidentId)
                .chain(() -> reports.findById(incidentId))
                .onItem()
                .ifNull()
                .failWith(Problem::notFound)
                .call(() -> accessLog.read("read-report", incidentId))
                .chain(report -> vault.open(incidentId)
                        .map(cipher -> cipher.read(ReportDetails.PLACE, incidentId, report.details))
                        .map(details -> ReportView.of(report, EventJson.read(details, ReportDetails.class)))));
    }

    /** What a receipt tells; nothing else than the state, and nothing at all of another report. */
    Uni<StatusView> status(String receipt) {
        return Transactions.run(() -> receipts.ready()
                .chain(() -> reports.byReceipt(receipts.hash(receipt).orElseGet(Readings::noReceipt)))
                .map(found -> found.map(StatusView::of).orElseThrow(() -> new Problem(IntakeProblem.UNKNOWN_RECEIPT))));
    }

    /** What is malformed is looked up all the same, so that it takes as long as a wrong one. */
    private static byte[] noReceipt() {
        return new byte[0];
    }
}
