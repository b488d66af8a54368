package org.candor.intake.files;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.ReportEvent.ReporterMessageReceived;
import org.candor.events.Topic;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Tells the others that a reporter sent a file, and nothing about it. */
@ApplicationScoped
class FileFacts {

    private final Outbox outbox;

    FileFacts(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Inside the transaction that completes the file. */
    Uni<Void> added(ReportFile file, Origin origin) {
        if (file.sender == Sender.OFFICER) {
            return Uni.createFrom().voidItem();
        }
        ReporterMessageReceived fact =
                new ReporterMessageReceived(file.incidentId, origin.entityId(), file.fileId, "FILE", file.uploadedAt);
        return outbox.publish(Topic.REPORT, fact, origin);
    }
}
