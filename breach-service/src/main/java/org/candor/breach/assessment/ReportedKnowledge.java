package org.candor.breach.assessment;

import io.smallrye.mutiny.Uni;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.candor.breach.assessment.decision.Candidate;

/** What the report of a business associate says of its own knowledge. Every call belongs inside a transaction. */
public interface ReportedKnowledge {

    /** The candidate that the report makes; empty where no business associate reported. */
    Uni<Optional<Candidate>> of(UUID incidentId, ZoneId zone);

    /** The assessment of that incident is open now, with the candidate in it. */
    Uni<Void> opened(UUID incidentId);
}
