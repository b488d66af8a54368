package org.candor.notification.accounting;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A breach of the person that the accounting does not tell: its letters are held, or it does not exist for who draws it up.
 *
 * @param heldUntil first day on which it may be told; empty where nothing holds it
 */
record LeftOut(UUID incidentId, boolean visible, Optional<LocalDate> heldUntil) {}
