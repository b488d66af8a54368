package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.candor.intake.reports.OpenReports.Opened;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Sql;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.outbox.EventJson;
import org.candor.kit.web.Cursor;
import org.candor.kit.web.Page;

/** Answers reads of reports; each is recorded before it is answered. */
@ApplicationScoped
class Readings {

    private final Reports reports;
    private final OpenReports openReports;
    private final ReportVersions versions;
    private final Supplements supplements;
    private final Implications implications;
    private final AccessLog accessLog;
    private final Caller caller;

    Readings(
            Reports reports,
            OpenReports openReports,
            ReportVersions versions,
            Supplements supplements,
            Implications implications,
            AccessLog accessLog,
            Caller caller) {
        this.reports = reports;
        this.openReports = openReports;
        this.versions = versions;
        this.supplements = supplements;
        this.implications = implications;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    Uni<Page<ReportSummary>> page(ReportFilter filter, Optional<Cursor> after) {
        return Transactions.run(() -> reports.page(filter, caller.subject(), caller.entitiesFilter(), after)
                .map(rows -> Page.of(
                        rows, filter.limit(), row -> row, last -> new Cursor(last.receivedAt(), last.incidentId())))
                .call(page -> accessLog.list(
                        "list-reports",
                        filter.described(),
                        page.items().stream().map(ReportSummary::incidentId).toList())));
    }

    /** The report as it is now, with its row's version. */
    Uni<Versioned> one(UUID incidentId) {
        return Transactions.run(() -> openReports
                .readable(incidentId)
                .call(() -> accessLog.read("read-report", incidentId))
                .chain(this::view));
    }

    /** A report and the version that its entity tag tells. */
    record Versioned(ReportView view, long version) {}

    /** What it said before each correction, the original first. */
    Uni<Page<VersionView>> versions(UUID incidentId) {
        return Transactions.run(() -> openReports
                .readable(incidentId)
                .call(() -> accessLog.read("read-report-versions", incidentId))
                .chain(opened -> versions.list("incidentId = ?1 order by number", incidentId)
                        .map(rows -> new Page<>(
                                rows.stream().map(row -> version(row, opened)).toList(), null))));
    }

    private Uni<Versioned> view(Opened opened) {
        Report report = opened.report();
        return implications
                .all(opened)
                .chain(implicated -> supplements
                        .of(report.incidentId)
                        .chain(added -> mayFollow(report)
                                .map(shows -> new Versioned(
                                        ReportView.of(opened, implicated, supplements(added, opened), shows),
                                        report.version))));
    }

    /** Whoever is recused from the earlier report is not told of it by the later one. */
    private Uni<Boolean> mayFollow(Report report) {
        return report.follows == null
                ? Uni.createFrom().item(false)
                : Sql.rows(
                                Boolean.class,
                                "select incident_visible(?1, ?2, ?3)",
                                report.follows,
                                caller.subject(),
                                caller.entitiesFilter())
                        .map(List::getFirst);
    }

    private static List<SupplementView> supplements(List<Supplement> rows, Opened opened) {
        return rows.stream()
                .map(row -> SupplementView.of(row, opened.cipher().read(Supplement.TOLD, row.supplementId, row.told)))
                .toList();
    }

    private static VersionView version(ReportVersion row, Opened opened) {
        String details = opened.cipher().read(row.placeOfDetails(), row.incidentId, row.details);
        String reason = opened.cipher().read(row.placeOfReason(), row.incidentId, row.reason);
        return VersionView.of(row, EventJson.read(details, ReportDetails.class), reason);
    }
}
