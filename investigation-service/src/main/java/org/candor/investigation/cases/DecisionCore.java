package org.candor.investigation.cases;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.Playbooks;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the decision core injectable. */
@ApplicationScoped
class DecisionCore {

    /** An unsound playbook stops the start, not the first case that would need it. */
    void check(@Observes StartupEvent start, Playbooks playbooks) {
        playbooks.all();
    }

    @Produces
    @Singleton
    Playbooks playbooks(@ConfigProperty(name = "candor.playbooks") Optional<Path> folder) {
        return folder.map(PlaybookReader::from).orElseGet(PlaybookReader::shipped);
    }

    @Produces
    @Singleton
    CaseDecisions decisions(Playbooks playbooks) {
        return new CaseDecisions(playbooks);
    }
}
