package org.candor.intake.receipts;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Makes a request nobody's: where a receipt speaks, a token that happens to come along is not even read. */
@RequestScoped
public class NoIdentity {

    private final CurrentIdentityAssociation identity;

    NoIdentity(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    /** Call before anything asks who the caller is. */
    public void assume() {
        identity.setIdentity(
                QuarkusSecurityIdentity.builder().setAnonymous(true).build());
    }
}
