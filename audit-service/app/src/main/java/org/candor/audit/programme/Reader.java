package org.candor.audit.programme;

import java.util.Set;
import org.candor.kit.identity.Caller;

/**
 * Who asks for duties, and which he finds.
 *
 * @param entities the grant in the form that SQL takes
 * @param all whether he finds every duty of them
 * @param department whose duties he finds, too; empty for none
 */
public record Reader(String entities, boolean all, String person, String department) {

    private static final Set<String> ACTING = Set.of("privacy-officer", "security-officer", "administrator");
    private static final Set<String> LOOKING = Set.of("counsel", "auditor");

    /** Everybody finds his own, a manager those of his department, an officer, counsel or auditor all of his entities. */
    public static Reader of(Caller caller) {
        Reader acting = acting(caller);
        boolean looking = caller.roles().stream().anyMatch(LOOKING::contains);
        return new Reader(acting.entities(), acting.all() || looking, acting.person(), acting.department());
    }

    /** The same for a change: who may only look finds nothing to change. */
    public static Reader acting(Caller caller) {
        return new Reader(
                caller.entitiesFilter(),
                caller.roles().stream().anyMatch(ACTING::contains),
                caller.subject(),
                caller.hasRole("manager") ? caller.department().orElse("") : "");
    }
}
