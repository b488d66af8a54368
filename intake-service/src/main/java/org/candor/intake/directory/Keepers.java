package org.candor.intake.directory;

import jakarta.enterprise.context.ApplicationScoped;
import org.candor.intake.IntakeProblem;
import org.candor.kit.errors.CommonProblem;
import org.candor.kit.errors.Problem;
import org.candor.kit.identity.Caller;

/**
 * Who may write the directory. The operator enters what is not there at installation: an entity, and the first holder of a
 * role. All else is the administrator's, for the entities that are granted to him.
 */
@ApplicationScoped
class Keepers {

    private static final String ADMINISTRATOR = "administrator";

    private final Caller caller;

    Keepers(Caller caller) {
        this.caller = caller;
    }

    /** Refuses an administrator of another entity. */
    void require(String entityId) {
        if (caller.hasRole(ADMINISTRATOR) && !caller.mayActFor(entityId)) {
            throw new Problem(CommonProblem.FORBIDDEN);
        }
    }

    /** Refuses the operator where something is there already. */
    void requireInstalling(boolean isThere) {
        if (isThere && !caller.hasRole(ADMINISTRATOR)) {
            throw new Problem(IntakeProblem.ADMINISTRATOR_NEEDED);
        }
    }

    /** An officer is changed by whoever keeps the entity in which he is, and stays in it. */
    void requireStaying(OfficerRow found, OfficerRequest request) {
        requireInstalling(found != null);
        if (found != null && !found.entityId.equals(request.entityId())) {
            throw new Problem(CommonProblem.INVALID_FIELD)
                    .field("/entityId", "an officer stays in his entity; enter him anew in the other");
        }
    }
}
