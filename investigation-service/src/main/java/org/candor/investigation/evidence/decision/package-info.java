/** What makes evidence hold: a hash before it moves, a chain without a gap, a file that is still what was collected. */
package org.candor.investigation.evidence.decision;
