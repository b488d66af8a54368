/** Recomputes the trail from its entries; believes no hash that is stored. */
package org.candor.audit.selfcheck.decision;
