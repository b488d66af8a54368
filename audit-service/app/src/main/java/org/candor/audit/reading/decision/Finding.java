package org.candor.audit.reading.decision;

import java.util.Set;
import java.util.UUID;

/**
 * Something to look at.
 *
 * @param rule which rule made it
 * @param incidents that were read that way
 */
public record Finding(String person, Rule rule, Set<UUID> incidents) {

    public Finding {
        incidents = Set.copyOf(incidents);
    }
}
