package org.candor.violating.sessions.factory;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Must be rejected: asks the factory instead of the kit. */
final class UsesTheFactory {

    private UsesTheFactory() {}

    static Uni<?> look(Mutiny.SessionFactory factory) {
        return factory.openSession();
    }
}
