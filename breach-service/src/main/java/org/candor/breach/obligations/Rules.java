package org.candor.breach.obligations;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.candor.breach.obligations.decision.ComputingObligations;

/** Reads the rules once, at start-up; a service with rules that must not be used does not start. */
@ApplicationScoped
class Rules {

    @Produces
    @Singleton
    @Startup
    ComputingObligations computing() {
        return new ComputingObligations(RuleFiles.shipped());
    }
}
