package org.candor.intake.reports;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.candor.intake.IntakeProblem;
import org.candor.intake.directory.Directory;
import org.candor.intake.directory.Directory.EntityOfficers;
import org.candor.intake.directory.Directory.Known;
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
        return directory.now().map(known -> required(known, named == null ? theOnlyOne(known) : named));
    }

    /** The entity of a report that was accepted. */
    Uni<EntityOfficers> of(Report report) {
        return directory.now().map(known -> required(known, report.entityId));
    }

    private static String theOnlyOne(Known known) {
        return switch (known.names().size()) {
            case 0 -> Directory.UNASSIGNED;
            case 1 -> known.names().getFirst().entityId();
            default -> throw new Problem(IntakeProblem.ENTITY_NEEDED).field("/entityId", "missing");
        };
    }

    private static EntityOfficers required(Known known, String entityId) {
        return known.officersOf(entityId)
                .orElseThrow(
                        () -> new Problem(IntakeProblem.UNKNOWN_ENTITY).field("/entityId", "not in the directory"));
    }
}
