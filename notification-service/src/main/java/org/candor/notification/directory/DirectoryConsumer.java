package org.candor.notification.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.DirectoryEvent;
import org.candor.events.DirectoryEvent.DelegateChanged;
import org.candor.events.DirectoryEvent.EntityChanged;
import org.candor.events.DirectoryEvent.OfficerChanged;
import org.candor.events.Envelope;
import org.candor.events.Topic;
import org.candor.kit.inbox.EventConsumer;
import org.candor.kit.inbox.Handling;

/** Keeps the copy of the directory up to date. */
@ApplicationScoped
class DirectoryConsumer implements EventConsumer<DirectoryEvent> {

    private final Directory directory;
    private final Helpers helpers;

    DirectoryConsumer(Directory directory, Helpers helpers) {
        this.directory = directory;
        this.helpers = helpers;
    }

    @Override
    public Topic topic() {
        return Topic.DIRECTORY;
    }

    @Override
    public Uni<Handling> on(DirectoryEvent fact, Envelope envelope) {
        return switch (fact) {
            case EntityChanged entity -> directory.put(entity).replaceWith(Handling.APPLIED);
            case OfficerChanged officer -> directory.put(officer).replaceWith(Handling.APPLIED);
            case DelegateChanged delegate -> helpers.put(delegate).replaceWith(Handling.APPLIED);
        };
    }
}
