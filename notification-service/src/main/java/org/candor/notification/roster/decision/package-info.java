/** Who is written to, in which way and why (45 CFR 164.404(d)). Pure: no framework, no clock. */
package org.candor.notification.roster.decision;
