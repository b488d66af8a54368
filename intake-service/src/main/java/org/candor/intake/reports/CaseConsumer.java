package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.candor.events.CaseEvent;
import org.candor.events.CaseEvent.CaseClosed;
import org.candor.events.CaseEvent.CaseOpened;
import org.candor.events.CaseEvent.CaseReopened;
import org.candor.events.CaseEvent.ComplaintAnswered;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.intake.reports.decision.ReportState.CaseFact;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Lets the state that a receipt shows follow the case. */
@ApplicationScoped
class CaseConsumer implements EventConsumer<CaseEvent> {

    private final Reports reports;
    private final Clock clock;

    CaseConsumer(Reports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Override
    public Topic topic() {
        return Topic.CASE;
    }

    @Override
    public Uni<Handling> on(CaseEvent fact, Envelope envelope) {
        return switch (fact) {
            case CaseOpened opened -> apply(opened, CaseFact.OPENED);
            case ComplaintAnswered answered -> apply(answered, CaseFact.ANSWERED);
            case CaseClosed closed -> apply(closed, CaseFact.CLOSED);
            case CaseReopened reopened -> apply(reopened, CaseFact.REOPENED);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    /** Intake gave the incident its id, so a report that is not here was disposed of. */
    private Uni<Handling> apply(CaseEvent event, CaseFact fact) {
        return reports.findById(event.incidentId())
                .onItem()
                .ifNotNull()
                .invoke(report -> report.follow(fact, clock.instant()))
                .replaceWith(Handling.APPLIED);
    }
}
