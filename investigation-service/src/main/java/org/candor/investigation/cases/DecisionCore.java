package org.candor.investigation.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.candor.investigation.cases.decision.CaseDecisions;
import org.candor.investigation.cases.decision.Playbooks;

/** Makes the decision core injectable. The playbooks are read at start-up: an unsound one stops it. */
@ApplicationScoped
class DecisionCore {

    @Produces
    @Singleton
    Playbooks playbooks() {
        return PlaybookReader.shipped();
    }

    @Produces
    @Singleton
    CaseDecisions decisions(Playbooks playbooks) {
        return new CaseDecisions(playbooks);
    }
}
