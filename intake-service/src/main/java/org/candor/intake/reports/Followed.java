package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.events.ReportKind;
import org.candor.intake.limits.ReceiptTries;
import org.candor.intake.receipts.EvenAnswers;
import org.candor.intake.receipts.Receipts;
import org.candor.intake.routing.Routes;

/**
 * Finds the report that one of retaliation follows. A wrong number or receipt is no reason to refuse a report, and the answer does not
 * tell whether there was one, so that nobody can try receipts this way.
 */
@ApplicationScoped
class Followed {

    /**
     * The earlier report.
     *
     * @param recused for whom it does not exist: the later one would tell them of it, so it does not exist for them either
     */
    record Earlier(UUID incidentId, List<String> recused) {}

    private final Reports reports;
    private final Receipts receipts;
    private final Routes routes;
    private final ReceiptTries tries;
    private final EvenAnswers answers;

    Followed(Reports reports, Receipts receipts, Routes routes, ReceiptTries tries, EvenAnswers answers) {
        this.reports = reports;
        this.receipts = receipts;
        this.routes = routes;
        this.tries = tries;
        this.answers = answers;
    }

    /**
     * Does the work of accepting the report. Where it looks for another one, the answer takes as long whether there is one; a
     * receipt in it counts as a try, right or wrong, so that what is left of the tries does not tell either.
     */
    <T> Uni<T> quietly(ReportRequest request, Supplier<Uni<T>> work) {
        if (request.kind() != ReportKind.RETALIATION) {
            return work.get();
        }
        if (request.follows() == null && request.followsReceipt() != null) {
            tries.count();
        }
        return answers.even(work);
    }

    /** Needs ready receipts. */
    Uni<Optional<Earlier>> of(ReportRequest request) {
        return found(request)
                .chain(report -> report.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : routes.recusedFrom(report.get().incidentId)
                                .map(recused -> Optional.of(new Earlier(report.get().incidentId, recused))));
    }

    private Uni<Optional<Report>> found(ReportRequest request) {
        if (request.kind() != ReportKind.RETALIATION) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (request.follows() != null) {
            return reports.findById(request.follows()).map(Optional::ofNullable);
        }
        return request.followsReceipt() == null
                ? Uni.createFrom().item(Optional.empty())
                : reports.byReceipt(
                        receipts.hash(request.followsReceipt().value()).orElse(new byte[0]));
    }
}
