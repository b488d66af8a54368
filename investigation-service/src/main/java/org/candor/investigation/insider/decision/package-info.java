/** Who must be in the team, and who may set it up. */
package org.candor.investigation.insider.decision;
