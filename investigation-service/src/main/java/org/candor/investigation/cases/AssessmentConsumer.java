package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.candor.events.AssessmentEvent;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.investigation.cases.decision.CaseCommand;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Notes how far the breach question is. It waits for a case that has not been opened yet. */
@ApplicationScoped
class AssessmentConsumer implements EventConsumer<AssessmentEvent> {

    private final CaseNotes notes;

    AssessmentConsumer(CaseNotes notes) {
        this.notes = notes;
    }

    @Override
    public Topic topic() {
        return Topic.ASSESSMENT;
    }

    @Override
    public Uni<Handling> on(AssessmentEvent fact, Envelope envelope) {
        return switch (fact) {
            case AssessmentEvent.AssessmentOpened opened ->
                note(opened.incidentId(), new CaseCommand.NoteAssessmentOpened());
            case AssessmentEvent.AssessmentConcluded concluded ->
                note(concluded.incidentId(), new CaseCommand.NoteAssessmentConcluded());
            case AssessmentEvent.DiscoveryDetermined ignored -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private Uni<Handling> note(UUID incidentId, CaseCommand command) {
        return notes.note(incidentId, command).map(known -> known ? Handling.APPLIED : Handling.WAITING);
    }
}
