package org.candor.violating.sessions.annotated;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;

/** Must be rejected: the other style of transactions. */
class UsesTheOtherStyle {

    @WithSession
    Uni<Void> look() {
        return Uni.createFrom().voidItem();
    }
}
