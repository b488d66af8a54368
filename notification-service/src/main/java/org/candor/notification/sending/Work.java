package org.candor.notification.sending;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.candor.events.ObligationKind;
import org.candor.notification.post.PostalBatches;

/** Work to be done outside of a session. */
sealed interface Work {

    /** The clearance is stale or absent: ask, before anything else is done. */
    record Ask(Set<ObligationKind> kinds, LocalDate today) implements Work {}

    record Letters(Scene scene, BatchRows.Batch batch, List<Job> jobs) implements Work {}

    record HandOver(Scene scene, BatchRows.Batch batch, List<PostalBatches.Letter> letters) implements Work {}

    /** A crash came while the batch was leaving: find out whether it has left. */
    record FindOut(Scene scene, BatchRows.Batch batch, List<PostalBatches.Letter> letters) implements Work {}

    record Emails(Scene scene, List<Job> jobs) implements Work {}

    record Discard(BatchRows.Batch batch) implements Work {}
}
