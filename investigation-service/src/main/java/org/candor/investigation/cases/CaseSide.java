package org.candor.investigation.cases;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.UUID;
import org.candor.investigation.timeline.CaseFileContent.Section;

/** A feature beside the case that has a say in its closing and a part in its printed file. Called inside a session. */
public interface CaseSide {

    /** What of this feature keeps the case from being closed, as stable codes; empty when nothing does. */
    default Uni<List<String>> openMatters(UUID incidentId) {
        return Uni.createFrom().item(List.of());
    }

    /** What the printed case file says of it; without {@code words} nothing that people wrote. */
    default Uni<List<Section>> print(KnownCase known, boolean words) {
        return Uni.createFrom().item(List.of());
    }
}
