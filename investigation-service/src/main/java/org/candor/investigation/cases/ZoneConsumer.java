package org.candor.investigation.cases;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import org.candor.events.DirectoryEvent;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.investigation.cases.decision.CaseCommand.NoteZone;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Gives complaints that came before the directory their due day. */
@ApplicationScoped
class ZoneConsumer implements EventConsumer<DirectoryEvent> {

    private final Cases cases;
    private final CaseNotes notes;

    ZoneConsumer(Cases cases, CaseNotes notes) {
        this.cases = cases;
        this.notes = notes;
    }

    @Override
    public Topic topic() {
        return Topic.DIRECTORY;
    }

    @Override
    public Uni<Handling> on(DirectoryEvent fact, Envelope envelope) {
        return switch (fact) {
            case EntityChanged entity -> catchUp(entity).replaceWith(Handling.APPLIED);
            default -> Uni.createFrom().item(Handling.APPLIED);
        };
    }

    private Uni<Void> catchUp(EntityChanged entity) {
        NoteZone note = new NoteZone(ZoneId.of(entity.timeZone()));
        return cases.complaintsWithoutDueDay(entity.entityId())
                .chain(waiting -> Multi.createFrom()
                        .iterable(waiting)
                        .onItem()
                        .transformToUniAndConcatenate(incident -> notes.note(incident, note))
                        .onItem()
                        .ignoreAsUni());
    }
}
