package org.candor.audit.retention;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Period;
import org.candor.audit.retention.decision.RetentionRule;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The rule of this installation: the law's, or a longer one. */
@Singleton
class InstallationRule {

    @Produces
    @Singleton
    RetentionRule rule(@ConfigProperty(name = "candor.retention.keep-for") Period keepFor) {
        return RetentionRule.HIPAA.longer(keepFor);
    }
}
