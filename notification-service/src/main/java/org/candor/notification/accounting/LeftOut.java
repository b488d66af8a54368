package org.candor.notification.accounting;

import java.util.UUID;

/**
 * A breach of the person that the accounting does not tell: its letters are held, or it does not exist for who draws it up.
 */
record LeftOut(UUID incidentId, boolean visible) {}
