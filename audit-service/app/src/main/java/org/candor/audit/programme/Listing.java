package org.candor.audit.programme;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A list that organisations come with: how a row becomes what a form would send, what is decided of it, and how all that is
 * new is kept.
 *
 * @param <Q> what a form would send; its constraints hold for a row, too
 * @param <T> what is kept
 * @param action as it stands in the access record
 * @param needed columns that must be there
 * @param others columns that may be there
 */
public record Listing<Q, T>(
        String action,
        Set<String> needed,
        Set<String> others,
        Reading<Q> reading,
        Deciding<Q, T> deciding,
        Keeping<T> keeping) {

    public Listing {
        needed = Set.copyOf(needed);
        others = Set.copyOf(others);
    }

    /** Reads one row; a problem refuses it. */
    public interface Reading<Q> {
        Q of(String entityId, ListedRow row);
    }

    /** Decides without the world on the entity's day; a problem refuses the row. */
    public interface Deciding<Q, T> {
        T of(Q request, LocalDate today);
    }

    /** Keeps them in as few statements as one would need, and answers which were new. Runs inside a transaction. */
    public interface Keeping<T> {
        Uni<Set<UUID>> keep(String entityId, List<Draft<T>> drafts);
    }
}
