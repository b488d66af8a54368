package org.candor.breach.obligations;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.candor.breach.obligations.Recomputing.Breach;
import org.candor.kit.outbox.Origin;

/** A feature whose deadlines hang on the duties that stand. Called after each change of a breach, in its transaction. */
public interface ComputationFollower {

    Uni<Void> follow(Breach breach, Optional<KeptComputation> standing, Origin origin);
}
