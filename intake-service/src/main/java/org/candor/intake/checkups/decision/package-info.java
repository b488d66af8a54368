/** Who is asked and when. */
package org.candor.intake.checkups.decision;
