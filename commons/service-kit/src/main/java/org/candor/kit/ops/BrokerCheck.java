package org.candor.kit.ops;

import jakarta.enterprise.context.ApplicationScoped;
import org.candor.kit.outbox.Relay;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Tells whether the broker answers, but stays up when it does not: outbox and inbox carry the service over, and a service
 * taken out of traffic for it would refuse the very reports that it can still keep.
 */
@Readiness
@ApplicationScoped
class BrokerCheck implements HealthCheck {

    private final Relay relay;

    BrokerCheck(Relay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("broker")
                .up()
                .withData("answers", relay.brokerAnswers())
                .build();
    }
}
