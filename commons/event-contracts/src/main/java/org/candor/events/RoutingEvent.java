package org.candor.events;

import java.util.List;
import java.util.UUID;

/** Facts of {@code intake.routing.v1}; compacted by incident. */
public sealed interface RoutingEvent extends Event permits RoutingEvent.RoutingChanged {

    /** An officer in charge: his role and the identity provider's subject. */
    record Assigned(OfficerRole role, String person) {}

    /**
     * Who may see an incident. Until this record has come, an incident is shown to nobody and mailed to nobody.
     *
     * @param officers in charge, none of them recused
     * @param recused subjects for whom the incident does not exist (policy I.B.1.c); nothing lifts that but intake
     * @param restrictedReaders the only subjects who may read; empty when roles decide
     * @param version counts up per incident; an older record never replaces a newer one
     */
    @Fact("routing-changed")
    record RoutingChanged(
            UUID incidentId,
            String entityId,
            List<Assigned> officers,
            List<String> recused,
            List<String> restrictedReaders,
            boolean drill,
            long version)
            implements RoutingEvent {

        public RoutingChanged {
            officers = List.copyOf(officers);
            recused = List.copyOf(recused);
            restrictedReaders = List.copyOf(restrictedReaders);
        }

        @Override
        public String subject() {
            return incidentId.toString();
        }
    }
}
