package org.candor.intake.files;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.events.ReportEvent.ReporterMessageReceived;
import org.candor.events.Topic;
import org.candor.intake.files.ReportFile.Sender;
import org.candor.kit.access.AccessLog;
import org.candor.kit.outbox.Origin;
import org.candor.kit.outbox.Outbox;

/** Tells the others that a reporter sent a file, and nothing about it; records that an officer added one. */
@ApplicationScoped
class FileFacts {

    private final Outbox outbox;
    private final AccessLog accessLog;

    FileFacts(Outbox outbox, AccessLog accessLog) {
        this.outbox = outbox;
        this.accessLog = accessLog;
    }

    /** Inside the transaction that completes the file. */
    Uni<Void> added(ReportFile file, Origin origin) {
        if (file.sender == Sender.OFFICER) {
            return accessLog.readPart("add-file", file.incidentId, "fileId=" + file.fileId);
        }
        ReporterMessageReceived fact =
                new ReporterMessageReceived(file.incidentId, origin.entityId(), file.fileId, "FILE", file.uploadedAt);
        return outbox.publish(Topic.REPORT, fact, origin);
    }
}
