package org.candor.audit.reading.decision;

import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/**
 * One person opened one incident; lists across incidents are not such a reading.
 *
 * @param zone of the incident's legal entity
 * @param inCharge true for its officers
 * @param oversight true for who reads by his office: auditor, counsel, administrator
 */
public record Read(String person, UUID incidentId, Instant at, ZoneId zone, boolean inCharge, boolean oversight) {}
