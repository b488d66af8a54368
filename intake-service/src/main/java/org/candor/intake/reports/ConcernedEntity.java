package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.candor.intake.IntakeProblem;
import org.candor.intake.directory.Directory;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.kit.errors.Problem;

/** Finds the legal entity that a report concerns. */
@ApplicationScoped
class ConcernedEntity {

    /** While the directory is empty, reports are accepted under this id and shown to those with a grant for all. */
    private static final EntityOfficers UNASSIGNED = new EntityOfficers("unassigned", ZoneOffset.UTC, List.of());

    private final Directory directory;

    ConcernedEntity(Directory directory) {
        this.directory = directory;
    }

    /** The entity named, or the only one there is. */
    Uni<EntityOfficers> of(String named) {
        return named == null ? theOnlyOne() : required(named);
    }

    private Uni<EntityOfficers> theOnlyOne() {
        return directory.names().chain(names -> switch (names.size()) {
            case 0 -> Uni.createFrom().item(UNASSIGNED);
            case 1 -> required(names.getFirst().entityId());
            default -> throw new Problem(IntakeProblem.ENTITY_NEEDED).field("/entityId", "missing");
        });
    }

    private Uni<EntityOfficers> required(String entityId) {
        return directory
                .officersOf(entityId)
                .map(found -> found.orElseThrow(
                        () -> new Problem(IntakeProblem.UNKNOWN_ENTITY).field("/entityId", "not in the directory")));
    }
}
