package org.candor.intake.files;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.Optional;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.intake.files.Uploads.Destination;
import org.candor.intake.receipts.EvenAnswers;
import org.candor.intake.reports.HeldReports;
import org.candor.kit.data.Transactions;
import org.candor.kit.web.Page;

/** Files from the side of whoever holds the receipt. */
@ApplicationScoped
class ReporterFiles {

    private final HeldReports reports;
    private final Uploads uploads;
    private final Downloads downloads;
    private final EvenAnswers answers;

    ReporterFiles(HeldReports reports, Uploads uploads, Downloads downloads, EvenAnswers answers) {
        this.reports = reports;
        this.uploads = uploads;
        this.downloads = downloads;
        this.answers = answers;
    }

    /** The receipt is looked up before anything is done with the file. */
    Uni<FileView> add(String receipt, Path uploaded, String name, boolean keepAsSent, Optional<String> retryKey) {
        return answers.even(() -> Transactions.read(() -> reports.require(receipt)))
                .chain(report -> uploads.add(
                        new Destination(
                                report.incidentId(), report.origin(), Sender.REPORTER, !report.anonymous(), keepAsSent),
                        uploaded,
                        name,
                        retryKey));
    }

    /** His own only: what officers add is not his to see. */
    Uni<Page<FileView>> list(String receipt) {
        return answers.even(() -> Transactions.read(() -> reports.require(receipt)
                .chain(report -> downloads.ofReporter(report.incidentId()))
                .map(files -> new Page<>(files, null))));
    }
}
