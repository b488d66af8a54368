package org.candor.kit.crypto;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the keyset is not the one that wrapped this database's keys. */
@Readiness
@ApplicationScoped
class KeysCheck implements AsyncHealthCheck {

    private final KeysetProof proof;

    KeysCheck(KeysetProof proof) {
        this.proof = proof;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return proof.required().map(proven -> answer(true)).onFailure().recoverWithItem(failure -> answer(false));
    }

    private static HealthCheckResponse answer(boolean proven) {
        return HealthCheckResponse.named("keys").status(proven).build();
    }
}
