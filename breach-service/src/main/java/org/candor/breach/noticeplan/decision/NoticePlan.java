package org.candor.breach.noticeplan.decision;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What was chosen.
 *
 * @param senders by covered entity, who tells its people; whoever is not in it is undecided
 * @param shared people of more than one covered entity
 */
public record NoticePlan(Map<UUID, Sender> senders, List<Shared> shared) {

    public NoticePlan {
        senders = Map.copyOf(senders);
        shared = List.copyOf(shared);
    }

    /**
     * People who belong to each of these covered entities and to no other: each person stands in one such group at most.
     *
     * @param by who tells them; empty where the senders of all of these entities are one
     */
    public record Shared(Set<UUID> between, long individuals, Optional<Sender> by) {
        public Shared {
            between = Set.copyOf(between);
        }
    }
}
