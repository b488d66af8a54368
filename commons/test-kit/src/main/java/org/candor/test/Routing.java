package org.candor.test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.candor.events.Envelope;
import org.candor.events.OfficerRole;
import org.candor.events.RoutingEvent;
import org.candor.events.RoutingEvent.Assigned;
import org.candor.events.RoutingEvent.ReaderUntil;
import org.candor.events.Topic;

/** Routing records as intake sends them; without one nobody sees an incident. */
public final class Routing {

    private final UUID incidentId;
    private final String entityId;
    private final List<Assigned> officers;
    private final List<String> recused = new ArrayList<>();
    private final List<String> readers = new ArrayList<>();
    private final List<ReaderUntil> exceptions = new ArrayList<>();
    private boolean drill;
    private long version = 1;

    private Routing(UUID incidentId, String entityId) {
        this.incidentId = incidentId;
        this.entityId = entityId;
        this.officers = new ArrayList<>(List.of(
                new Assigned(OfficerRole.PRIVACY_OFFICER, "privacy-officer"),
                new Assigned(OfficerRole.SECURITY_OFFICER, "security-officer")));
    }

    /** Privacy and Security Officer are in charge (subjects as in {@link Tokens#of}); nobody is recused. Version 1. */
    public static Routing open(UUID incidentId, String entityId) {
        return new Routing(incidentId, entityId);
    }

    public Routing assigning(OfficerRole role, String person) {
        officers.add(new Assigned(role, person));
        return this;
    }

    /** The incident no longer exists for this subject, who is in charge no longer either. */
    public Routing recusing(String subject) {
        officers.removeIf(officer -> officer.person().equals(subject));
        recused.add(subject);
        return this;
    }

    public Routing restrictedTo(String... subjects) {
        readers.addAll(List.of(subjects));
        return this;
    }

    /** This subject may read until then, though he is not among those to whom it is restricted. */
    public Routing excepting(String subject, Instant until) {
        exceptions.add(new ReaderUntil(subject, until));
        return this;
    }

    public Routing drill() {
        drill = true;
        return this;
    }

    /** A record replaces those with a lower version. */
    public Routing version(long number) {
        version = number;
        return this;
    }

    public RoutingEvent.RoutingChanged fact() {
        return new RoutingEvent.RoutingChanged(
                incidentId, entityId, officers, recused, readers, drill, version, exceptions);
    }

    /** Puts the record on the broker as intake does. */
    public Envelope send() {
        return Facts.send(Topic.ROUTING, fact(), entityId, drill, Envelope.SYSTEM);
    }
}
