/** Which reports are accepted, which are late, and how a report's state follows its case. Pure. */
package org.candor.intake.reports.decision;
