package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent;
import org.candor.events.ReportEvent.ReportCorrected;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportKind;
import org.candor.events.Topic;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.CaseState;
import org.candor.investigation.cases.decision.Decision.Accepted;
import org.candor.investigation.cases.decision.Opening.OpenCase;
import org.candor.investigation.cases.decision.Report;
import org.candor.investigation.directory.Directory;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** A report opens a case at once; whoever may see it is said by the routing record, which may come before or after. */
@ApplicationScoped
class ReportConsumer implements EventConsumer<ReportEvent> {

    private static final String BUSINESS_ASSOCIATE = "businessassociate";

    private final Cases cases;
    private final CaseWriter writer;
    private final CaseDecisions decisions;
    private final Directory directory;
    private final Clock clock;

    ReportConsumer(Cases cases, CaseWriter writer, CaseDecisions decisions, Directory directory, Clock clock) {
        this.cases = cases;
        this.writer = writer;
        this.decisions = decisions;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.REPORT;
    }

    @Override
    public Uni<Handling> on(ReportEvent fact, Envelope envelope) {
        return switch (fact) {
            case ReportSubmitted submitted -> open(submitted, envelope).replaceWith(Handling.APPLIED);
            case ReportCorrected corrected -> correct(corrected).replaceWith(Handling.APPLIED);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private Uni<Void> open(ReportSubmitted submitted, Envelope envelope) {
        return cases.findById(submitted.incidentId())
                .chain(known -> known == null
                        ? create(submitted, envelope)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> create(ReportSubmitted submitted, Envelope envelope) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return zone(submitted.kind(), submitted.entityId()).chain(zone -> {
            OpenCase command = new OpenCase(submitted.incidentId(), submitted.entityId(), report(submitted), zone);
            Accepted accepted = (Accepted) decisions.open(command, now);
            return writer.create(row(command, envelope.drill(), now), accepted, Envelope.SYSTEM, now);
        });
    }

    /** The case knows the report as it is now; whether it must be answered as a complaint follows from that. */
    private Uni<Void> correct(ReportCorrected corrected) {
        return cases.findForChange(corrected.incidentId())
                .chain(found -> found.map(stored -> zone(corrected.kind(), corrected.entityId())
                                .chain(zone -> correct(stored, corrected, zone)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> correct(StoredCase stored, ReportCorrected corrected, Optional<ZoneId> zone) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        CaseState before = stored.state();
        take(stored.row(), corrected, now);
        Accepted accepted = decisions.corrected(before, stored.state(), zone);
        return accepted.facts().isEmpty()
                ? Uni.createFrom().voidItem()
                : writer.save(stored, accepted, Optional.empty(), Envelope.SYSTEM, now);
    }

    private static void take(CaseRow row, ReportCorrected corrected, Instant now) {
        row.reportKind = corrected.kind();
        row.byWorkforce = corrected.byWorkforce();
        row.phiPossible = corrected.phiPossible();
        row.urgent = corrected.urgent();
        row.happenedAt = corrected.happenedAt();
        row.learnedAt = corrected.learnedAt();
        row.updatedAt = now;
    }

    /** Only a complaint has a due day from the start; all others are spared the look-up. */
    private Uni<Optional<ZoneId>> zone(ReportKind kind, String entityId) {
        return kind == ReportKind.COMPLAINT
                ? directory.entity(entityId).map(entity -> entity.map(Directory.LegalEntity::zone))
                : Uni.createFrom().item(Optional.empty());
    }

    private static CaseRow row(OpenCase command, boolean drill, Instant now) {
        Report report = command.report();
        CaseRow row = new CaseRow();
        row.incidentId = command.incidentId();
        row.entityId = command.entityId();
        row.drill = drill;
        row.reportKind = report.kind();
        row.byWorkforce = report.byWorkforce();
        row.byBusinessAssociate = report.byBusinessAssociate();
        row.anonymous = report.anonymous();
        row.phiPossible = report.phiPossible();
        row.urgent = report.urgent();
        row.happenedAt = report.happenedAt().orElse(null);
        row.learnedAt = report.learnedAt().orElse(null);
        row.receivedAt = report.receivedAt();
        row.openedAt = now;
        return row;
    }

    private static Report report(ReportSubmitted submitted) {
        return new Report(
                submitted.kind(),
                submitted.byWorkforce(),
                speaksForBusinessAssociate(submitted.relation()),
                submitted.anonymous(),
                submitted.phiPossible(),
                submitted.urgent(),
                Optional.ofNullable(submitted.happenedAt()),
                Optional.ofNullable(submitted.learnedAt()),
                submitted.receivedAt());
    }

    private static boolean speaksForBusinessAssociate(String relation) {
        return relation != null
                && relation.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "").equals(BUSINESS_ASSOCIATE);
    }
}
