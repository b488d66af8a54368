package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.intake.IntakeProblem;
import org.candor.intake.directory.Directory;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.kit.errors.Problem;

/** Finds the legal entity that a report concerns. */
@ApplicationScoped
class ConcernedEntity {

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
            case 0 -> required(Directory.UNASSIGNED);
            case 1 -> required(names.getFirst().entityId());
            default -> throw new Problem(IntakeProblem.ENTITY_NEEDED).field("/entityId", "missing");
        });
    }

    /** The entity of a report that was accepted. */
    Uni<EntityOfficers> of(Report report) {
        return required(report.entityId);
    }

    private Uni<EntityOfficers> required(String entityId) {
        return directory
                .officersOf(entityId)
                .map(found -> found.orElseThrow(
                        () -> new Problem(IntakeProblem.UNKNOWN_ENTITY).field("/entityId", "not in the directory")));
    }
}
