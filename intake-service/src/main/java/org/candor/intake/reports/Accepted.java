package org.candor.intake.reports;

import java.time.Instant;
import java.util.UUID;

/** The part of the answer that may be kept for a retry; the receipt is made again from the retry's key. */
record Accepted(UUID incidentId, Instant receivedAt, boolean late) {}
