/** Asks the witness to sign that it has only seen the trail grow, and tells when it is away or refuses. */
package org.candor.audit.witness;
