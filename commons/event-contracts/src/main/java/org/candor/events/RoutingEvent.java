package org.candor.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Facts of {@code intake.routing.v1}; compacted by incident. */
public sealed interface RoutingEvent extends Event permits RoutingEvent.RoutingChanged {

    /** An officer in charge: his role and the identity provider's subject. */
    record Assigned(OfficerRole role, String person) {}

    /** A reader outside the restricted ones, until that instant and no longer, whatever record comes or stays away. */
    record ReaderUntil(String person, Instant until) {}

    /**
     * Who may see an incident. Until this record has come, an incident is shown to nobody and mailed to nobody.
     *
     * @param officers in charge, none of them recused
     * @param recused subjects for whom the incident does not exist (policy I.B.1.c); nothing lifts that but intake
     * @param restrictedReaders the only subjects who may read; empty when roles decide
     * @param version counts up per incident; an older record never replaces a newer one
     * @param exceptions who may read beside the restricted readers for a time (45 CFR 164.502(b); S2 (E)(2)); never a recused
     *     one. Empty in records from before it was told
     */
    @Fact("routing-changed")
    record RoutingChanged(
            UUID incidentId,
            String entityId,
            List<Assigned> officers,
            List<String> recused,
            List<String> restrictedReaders,
            boolean drill,
            long version,
            List<ReaderUntil> exceptions)
            implements RoutingEvent {

        public RoutingChanged {
            officers = List.copyOf(officers);
            recused = List.copyOf(recused);
            restrictedReaders = List.copyOf(restrictedReaders);
            exceptions = exceptions == null ? List.of() : List.copyOf(exceptions);
        }

        /** A record without exceptions. */
        public RoutingChanged(
                UUID incidentId,
                String entityId,
                List<Assigned> officers,
                List<String> recused,
                List<String> restrictedReaders,
                boolean drill,
                long version) {
            this(incidentId, entityId, officers, recused, restrictedReaders, drill, version, List.of());
        }

        @Override
        public String subject() {
            return incidentId.toString();
        }
    }
}
