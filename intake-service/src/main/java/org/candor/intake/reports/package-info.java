/** Submitting, listing and reading reports. */
package org.candor.intake.reports;
