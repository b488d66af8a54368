package org.candor.audit.retention;

import org.candor.audit.retention.decision.IncidentRetention;
import org.candor.kit.outbox.Origin;

/**
 * What is known of the end of one incident.
 *
 * @param origin its legal entity, and whether it is an exercise; the actor is the system
 * @param reason why the records are kept through that day; empty before there is one
 */
public record KnownRetention(IncidentRetention state, Origin origin, String reason) {}
