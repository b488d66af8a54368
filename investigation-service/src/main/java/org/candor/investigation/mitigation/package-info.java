/** What is done against harm that is known (45 CFR 164.530(f), policy IV), and when the violation was corrected. */
package org.candor.investigation.mitigation;
