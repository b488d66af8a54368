package org.candor.breach.assessment;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.candor.breach.log.BreachLog;
import org.candor.breach.log.LogEntry;
import org.candor.breach.log.LogSource;
import org.candor.breach.obligations.Computations;
import org.candor.breach.obligations.FactsView.IndividualsView;
import org.candor.breach.obligations.KeptComputation;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.PreviewView;
import org.candor.events.ObligationKind;
import org.candor.kit.access.AccessLog;
import org.candor.kit.data.Transactions;
import org.candor.kit.identity.Caller;

/** Reads the log from the breaches themselves, so that it can never differ from them. */
@ApplicationScoped
class LogReading implements LogSource {

    private final Assessments assessments;
    private final Computations computations;
    private final AccessLog accesses;
    private final Caller caller;

    LogReading(Assessments assessments, Computations computations, AccessLog accesses, Caller caller) {
        this.assessments = assessments;
        this.computations = computations;
        this.accesses = accesses;
        this.caller = caller;
    }

    @Override
    public Uni<BreachLog> of(int year) {
        return Transactions.run(() -> assessments
                .breachesOf(year, caller.subject(), caller.entitiesFilter())
                .chain(this::entries)
                .call(entries -> accesses.list(
                        "list-breach-log",
                        "year=" + year,
                        entries.stream().map(LogEntry::incidentId).toList()))
                .map(entries -> new BreachLog(year, entries, PreviewView.NOT_LEGAL_ADVICE)));
    }

    private Uni<List<LogEntry>> entries(List<AssessmentRow> rows) {
        return Multi.createFrom()
                .iterable(rows)
                .onItem()
                .transformToUniAndConcatenate(
                        row -> computations.latest(row.incidentId).map(latest -> entry(row, latest)))
                .collect()
                .asList();
    }

    private static LogEntry entry(AssessmentRow row, Optional<KeptComputation> latest) {
        Optional<KeptObligation> report = first(latest, ObligationKind.HHS_NOTICE);
        Optional<IndividualsView> people =
                latest.map(computation -> computation.facts().individuals());
        return new LogEntry(
                row.incidentId,
                null,
                null,
                row.entityId,
                row.entityName,
                row.outcome,
                row.discoveredOn,
                people.map(IndividualsView::total).orElse(0L),
                people.map(IndividualsView::estimated).orElse(false),
                report.map(KeptObligation::track).orElse(null),
                toldOn(latest),
                report.map(KeptObligation::due).orElse(null),
                report.map(KeptObligation::completedOn).orElse(null),
                report.map(KeptObligation::daysLate).orElse(null),
                row.trackingNumber,
                row.addendumDue,
                new LogEntry.Notices(undeliverable(latest), media(latest)),
                part2(row, latest));
    }

    /** The portal asks for the start: the first letter, not the last; an officer's word where no letter was told. */
    private static LocalDate toldOn(Optional<KeptComputation> latest) {
        return latest.map(computation -> computation.facts().sent().individualFirst())
                .or(() -> first(latest, ObligationKind.INDIVIDUAL_NOTICE).map(KeptObligation::completedOn))
                .orElse(null);
    }

    private static long undeliverable(Optional<KeptComputation> latest) {
        return latest.map(computation -> computation.facts().undeliverable().living())
                .orElse(0L);
    }

    private static List<String> media(Optional<KeptComputation> latest) {
        return latest.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.kind() == ObligationKind.MEDIA_NOTICE)
                .map(KeptObligation::jurisdiction)
                .toList();
    }

    private static LogEntry.Part2Report part2(AssessmentRow row, Optional<KeptComputation> latest) {
        return first(latest, ObligationKind.PART2_REPORT)
                .map(report -> new LogEntry.Part2Report(
                        latest.get().facts().part2Records(),
                        report.track(),
                        report.due(),
                        report.completedOn(),
                        row.part2TrackingNumber))
                .orElse(null);
    }

    private static Optional<KeptObligation> first(Optional<KeptComputation> latest, ObligationKind kind) {
        return latest.stream()
                .flatMap(computation -> computation.obligations().stream())
                .filter(obligation -> obligation.kind() == kind)
                .findFirst();
    }
}
