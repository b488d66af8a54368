/** Who may open a restricted case for himself, for how long, and when all of that is reviewed. */
package org.candor.intake.exceptions.decision;
