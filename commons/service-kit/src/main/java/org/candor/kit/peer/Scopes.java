package org.candor.kit.peer;

import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;

/** Which edge between two services a token was given for. The role {@code service} alone opens none of them. */
@ApplicationScoped
public class Scopes {

    private final SecurityIdentity identity;

    Scopes(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Completes when the caller's token carries that scope; refused otherwise. */
    public Uni<Void> require(String scope) {
        return identity.checkPermission(new StringPermission(scope))
                .invoke(granted -> {
                    if (!granted) {
                        throw new Problem(CommonProblem.FORBIDDEN);
                    }
                })
                .replaceWithVoid();
    }
}
