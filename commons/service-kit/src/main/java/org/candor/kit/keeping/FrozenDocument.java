package org.candor.kit.keeping;

import java.time.Instant;
import java.util.UUID;

/**
 * A document that will not change any more.
 *
 * @param kind a code in capitals, such as {@code FORM} or {@code BREACH_WORKSHEET}
 * @param reference what the sender calls it, such as {@code FORM_3_III_B-2}; codes and ids, never words
 * @param mediaType such as {@code application/pdf}
 * @param frozenAt when it was signed or sent
 */
public record FrozenDocument(
        UUID incidentId, String kind, String reference, String mediaType, Instant frozenAt, byte[] content) {}
