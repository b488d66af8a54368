package org.candor.breach.associate;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.candor.breach.assessment.Breaches;
import org.candor.breach.assessment.decision.Candidate;
import org.candor.breach.assessment.decision.DecidingAssessments;
import org.candor.breach.associate.AssociateReport.Kept;
import org.candor.breach.directory.LegalEntities;
import org.candor.breach.directory.LegalEntity;
import org.candor.breach.obligations.ComputedDuties;
import org.candor.breach.obligations.KeptObligation;
import org.candor.breach.obligations.Recomputing;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.breach.obligations.decision.Capacity;
import org.candor.breach.obligations.decision.Facts;
import org.candor.breach.obligations.decision.Progress;
import org.candor.events.Envelope;
import org.candor.events.ReportEvent;
import org.candor.events.ReportEvent.ReportSubmitted;
import org.candor.events.ReportEvent.ReportSupplemented;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;
import org.candor.kit.outbox.Origin;

/** The clocks of a business associate run from its report (policy III.A.4, III.B): they wait for no conclusion. */
@ApplicationScoped
class ReportConsumer implements EventConsumer<ReportEvent> {

    private static final String BUSINESS_ASSOCIATE = "businessassociate";
    private static final String BECAUSE = "a business associate reported what it knew";

    private final AssociateReports reports;
    private final LegalEntities entities;
    private final Breaches breaches;
    private final ComputedDuties duties;
    private final Recomputing recomputing;

    ReportConsumer(
            AssociateReports reports,
            LegalEntities entities,
            Breaches breaches,
            ComputedDuties duties,
            Recomputing recomputing) {
        this.reports = reports;
        this.entities = entities;
        this.breaches = breaches;
        this.duties = duties;
        this.recomputing = recomputing;
    }

    @Override
    public Topic topic() {
        return Topic.REPORT;
    }

    @Override
    public Uni<Handling> on(ReportEvent fact, Envelope envelope) {
        return switch (fact) {
            case ReportSubmitted report
            when isOfAssociate(report) ->
                changed(report.incidentId(), report.entityId(), () -> reports.keep(report, envelope.drill()), envelope);
            case ReportSupplemented more
            when more.byAssociate() ->
                changed(more.incidentId(), more.entityId(), () -> reports.supplement(more), envelope);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private static boolean isOfAssociate(ReportSubmitted report) {
        String relation = report.relation() == null
                ? ""
                : report.relation().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return report.associateId() != null
                || report.associateDiscoveredOn() != null
                || report.associateStanding() != null
                || relation.equals(BUSINESS_ASSOCIATE);
    }

    /** Its clocks are counted on the calendar of the entity, which the directory tells. */
    private Uni<Handling> changed(UUID incidentId, String entityId, Supplier<Uni<Void>> change, Envelope envelope) {
        return entities.findById(entityId)
                .chain(entity -> entity == null
                        ? Uni.createFrom().item(Handling.WAITING)
                        : reports.find(incidentId)
                                .chain(before -> change.get()
                                        .chain(() -> reports.find(incidentId))
                                        .chain(now -> now.isEmpty()
                                                ? Uni.createFrom().voidItem()
                                                : follow(entity, before, now.get(), envelope)))
                                .replaceWith(Handling.APPLIED));
    }

    private Uni<Void> follow(LegalEntity entity, Optional<Kept> before, Kept now, Envelope envelope) {
        return breaches.asked(now.incidentId())
                .chain(asked -> asked ? toBreach(entity, now, envelope) : clocks(entity, before, now, envelope));
    }

    private Uni<Void> toBreach(LegalEntity entity, Kept now, Envelope envelope) {
        return reports.latest(now, entity.zone())
                .chain(candidate -> breaches.reported(now.incidentId(), candidate, BECAUSE, envelope.actor())
                        .chain(name -> name.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : reports.link(now, candidate.key(), name.get())));
    }

    /** Nobody has asked the breach question yet; once it is asked, its deadlines take these over under the same ids. */
    private Uni<Void> clocks(LegalEntity entity, Optional<Kept> before, Kept now, Envelope envelope) {
        if (!now.phiPossible()) {
            return Uni.createFrom().voidItem();
        }
        Breach breach = new Breach(now.incidentId(), now.entityId(), entity.zone());
        Origin origin = new Origin(now.entityId(), envelope.drill(), envelope.actor());
        return clocks(entity, breach, before)
                .chain(was -> clocks(entity, breach, Optional.of(now))
                        .chain(is -> recomputing.tell(breach, was, is, origin)));
    }

    private Uni<List<KeptObligation>> clocks(LegalEntity entity, Breach breach, Optional<Kept> kept) {
        return kept.isEmpty()
                ? Uni.createFrom().item(List.of())
                : reports.first(kept.get(), entity.zone())
                        .map(candidate -> duties.associateClocks(breach, facts(entity, candidate), Progress.NONE));
    }

    private static Facts facts(LegalEntity entity, Candidate candidate) {
        return DecidingAssessments.open(
                        entity.zone(), Capacity.valueOf(entity.kind().name()), List.of(candidate))
                .next()
                .dossier()
                .factsWithAnyCount();
    }
}
