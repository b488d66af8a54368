package org.candor.audit.selfcheck;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.candor.audit.trail.RemovedLogs;
import org.candor.audit.trail.decision.LogRemoval;
import org.candor.audit.trail.decision.YearLog;
import org.candor.audit.tree.Checkpoints;
import org.candor.audit.tree.SignedCheckpoint;

/** Whether the entries of a log may be missing: whole, and signed away by two people as it ended. */
@ApplicationScoped
class RemovalCheck {

    private final RemovedLogs removedLogs;
    private final Checkpoints checkpoints;

    RemovalCheck(RemovedLogs removedLogs, Checkpoints checkpoints) {
        this.removedLogs = removedLogs;
        this.checkpoints = checkpoints;
    }

    /** The removal by which the log is not there; empty when it is there, or should be. Wants an open session. */
    Uni<Optional<LogRemoval>> of(YearLog log, Optional<SignedCheckpoint> last) {
        return removedLogs
                .all()
                .chain(all -> checkpoints
                        .keys()
                        .map(keys -> all.stream()
                                .filter(removed ->
                                        removed.gone() && removed.origin().equals(log.origin()))
                                .flatMap(removed -> LogRemoval.read(removed.note())
                                        .filter(read -> checkpoints.isSignedText(read.text(), removed.note(), keys))
                                        .stream())
                                .filter(read -> last.filter(signed -> read.isOf(log, signed.note()))
                                        .isPresent())
                                .findFirst()));
    }
}
