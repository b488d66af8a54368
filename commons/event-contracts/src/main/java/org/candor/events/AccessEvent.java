package org.candor.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Facts of {@code audit.access.v1}, which every service publishes. */
public sealed interface AccessEvent extends Event permits AccessEvent.AccessRecorded {

    /**
     * Somebody read, or tried to read or change, what is protected. Committed before the answer is given.
     *
     * @param service producer, such as {@code intake}
     * @param action a verb and resource, such as {@code read-report}
     * @param incidentIds up to 200 of those concerned
     * @param count how many in all
     * @param filter of a list, by names of parameters and codes; never free text
     * @param allowed false when it was refused
     * @param reason given by the person where one is asked for; a code, never free text
     */
    @Fact("access-recorded")
    record AccessRecorded(
            UUID accessId,
            String service,
            String actor,
            List<String> roles,
            String action,
            List<UUID> incidentIds,
            long count,
            String filter,
            boolean allowed,
            String reason,
            Instant at)
            implements AccessEvent {

        public AccessRecorded {
            roles = List.copyOf(roles);
            incidentIds = List.copyOf(incidentIds);
        }

        @Override
        public String subject() {
            return incidentIds.size() == 1 ? incidentIds.getFirst().toString() : accessId.toString();
        }
    }
}
