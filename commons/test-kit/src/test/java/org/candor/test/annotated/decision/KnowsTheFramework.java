package org.candor.test.annotated.decision;

import io.smallrye.mutiny.Uni;

/** Must be rejected: a reactive type in a decision. */
public final class KnowsTheFramework {

    public Uni<String> decide() {
        return Uni.createFrom().item("accepted");
    }
}
