/** What is let through beside the rules, for a reason and for a time, and its review every six months (S2 (E)(2), (E)(4)(c)). */
package org.candor.intake.exceptions;
