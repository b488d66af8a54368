/**
 * Frozen documents on their way to audit-service, which keeps them: a row in the transaction that froze the document, sent
 * until audit has it.
 */
package org.candor.kit.keeping;
