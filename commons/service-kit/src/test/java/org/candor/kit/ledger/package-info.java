/** A small service in which the kit is tested as services use it: over HTTP, the channel and the scheduler. */
package org.candor.kit.ledger;
