/**
 * Idempotent inbox. Each fact's effect and its inbox row are one transaction, so a repeat changes nothing. A fact whose
 * precondition has not come waits here; a fact that cannot be read or applied becomes a dead letter and stops nobody.
 */
package org.candor.kit.inbox;
