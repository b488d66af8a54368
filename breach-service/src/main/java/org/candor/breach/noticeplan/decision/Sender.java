package org.candor.breach.noticeplan.decision;

import java.util.UUID;
import org.candor.events.ObligationEvent.SenderKind;

/**
 * Somebody who gives notices.
 *
 * @param id the incident for the entity of the breach, the entry of the plan for another covered entity, the register's id
 *     for a business associate
 */
public record Sender(SenderKind kind, UUID id) {}
