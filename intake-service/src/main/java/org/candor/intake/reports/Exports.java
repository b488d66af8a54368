package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;
import org.candor.kit.web.Cursor;

/** Gives the list away as a table; the export is recorded before it is answered. */
@ApplicationScoped
class Exports {

    private static final int CHUNK = 500;

    private final Reports reports;
    private final AccessLog accessLog;
    private final Caller caller;

    Exports(Reports reports, AccessLog accessLog, Caller caller) {
        this.reports = reports;
        this.accessLog = accessLog;
        this.caller = caller;
    }

    Uni<byte[]> csv(ReportFilter filter) {
        return Transactions.run(() -> collect(filter, Optional.empty(), new ArrayList<>())
                        .call(all -> accessLog.list(
                                "export-reports",
                                filter.described(),
                                all.stream().map(ReportSummary::incidentId).toList())))
                .map(ReportSheet::csv);
    }

    private Uni<List<ReportSummary>> collect(ReportFilter filter, Optional<Cursor> after, List<ReportSummary> all) {
        return reports.page(filter, CHUNK, caller.subject(), caller.entitiesFilter(), after)
                .chain(rows -> {
                    all.addAll(rows);
                    return rows.size() < CHUNK
                            ? Uni.createFrom().item(all)
                            : collect(filter, Optional.of(last(rows)), all);
                });
    }

    private static Cursor last(List<ReportSummary> rows) {
        return new Cursor(rows.getLast().receivedAt(), rows.getLast().incidentId());
    }
}
