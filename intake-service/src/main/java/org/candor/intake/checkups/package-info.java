/** Asks whoever reported, at set days, whether he suffers for it (policy I.B.1.b; 45 CFR 164.530(g)). */
package org.candor.intake.checkups;
