/** Who gets a report, and who must never see it. Pure. */
package org.candor.intake.routing.decision;
