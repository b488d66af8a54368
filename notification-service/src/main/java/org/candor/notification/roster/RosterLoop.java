package org.candor.notification.roster;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.kit.data.Transactions;
import org.jboss.logging.Logger;

/** Works on imports that wait, on whichever replica, and goes on with those whose worker has died. */
@ApplicationScoped
class RosterLoop {

    private static final Logger LOG = Logger.getLogger(RosterLoop.class);

    private final RosterImports imports;
    private final RosterImporter importer;

    RosterLoop(RosterImports imports, RosterImporter importer) {
        this.imports = imports;
        this.importer = importer;
    }

    @Scheduled(every = "${candor.roster-loop}", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return Transactions.run(imports::claim)
                .chain(found -> found.map(importer::work)
                        .orElseGet(() -> Uni.createFrom().nullItem()))
                .replaceWithVoid()
                .onFailure()
                // The name only: a message may hold a value of a row. The lease ends, and the next round tries again.
                .invoke(failure -> LOG.warnf(
                        "an import of a roster failed and will be tried again: failure=%s",
                        failure.getClass().getSimpleName()))
                .onFailure()
                .recoverWithNull();
    }
}
