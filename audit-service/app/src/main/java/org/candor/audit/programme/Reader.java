package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.candor.kit.data.Sql;
import org.candor.kit.identity.Caller;

/**
 * Who asks for duties, and which he finds.
 *
 * @param entities the grant in the form that SQL takes
 * @param all whether he finds every duty of them
 * @param department whose duties he finds, too; empty for none
 */
public record Reader(String entities, boolean all, String person, String department) {

    /** What he finds of a table {@code d} with entity, person and department; {@code ?1} to {@code ?4} are the reader. */
    public static final String FINDS = """
            (?1 = '*' or d.entity_id = any (string_to_array(?1, ',')))
               and (cast(?2 as boolean) or d.person = ?3 or ?4 <> '' and d.department = ?4)
            """;

    private static final Set<String> ACTING = Set.of("privacy-officer", "security-officer", "administrator");
    private static final Set<String> LOOKING = Set.of("counsel", "auditor");

    /** Runs a query whose first parameters are this reader. Call inside a session. */
    public Uni<List<Object[]>> rows(String sql, Object... more) {
        Object[] himself = {entities, all, person, department};
        return Sql.rows(
                Object[].class,
                sql,
                Stream.concat(Arrays.stream(himself), Arrays.stream(more)).toArray());
    }

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
