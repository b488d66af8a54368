/**
 * Transactional outbox. A fact is durable when its transaction is; a relay sends it afterwards, at least once and in order
 * of its key, and consumers drop repeats by the event id.
 */
package org.candor.kit.outbox;
