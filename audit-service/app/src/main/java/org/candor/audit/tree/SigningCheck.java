package org.candor.audit.tree;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Down while the trail signs nothing; the service stays ready, because what was signed can still be read and proven. */
@Wellness
@ApplicationScoped
class SigningCheck implements HealthCheck {

    private final SigningGate gate;

    SigningCheck(SigningGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder answer =
                HealthCheckResponse.named("signing").status(gate.stopped().isEmpty());
        gate.stopped().ifPresent(why -> answer.withData("stopped", why));
        return answer.build();
    }
}
