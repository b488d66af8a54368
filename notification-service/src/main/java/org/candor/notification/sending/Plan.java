package org.candor.notification.sending;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What a planning transaction found: work, or none. */
record Plan(Optional<Work> work, Progress otherwise) {

    enum Progress {
        MORE,
        PAUSE,
        END
    }

    static Uni<Plan> of(Work work) {
        return Uni.createFrom().item(new Plan(Optional.of(work), Progress.MORE));
    }

    static Plan none(Progress progress) {
        return new Plan(Optional.empty(), progress);
    }
}
