package org.candor.notification.sending;

import java.util.UUID;

/** A run that this worker alone works on, until the lease ends. */
record Lease(UUID runId, UUID incidentId, String startedBy) {}
