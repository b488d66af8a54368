package org.candor.notification.regulator;

import java.time.LocalDate;
import java.util.UUID;

/** A recorded notice. */
public record RegulatorView(UUID id, UUID obligationId, String jurisdiction, LocalDate notifiedOn, String reference) {}
