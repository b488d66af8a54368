/** Files that belong to a report: checked, stripped of what images tell of their makers, sealed, scanned, and handed out on record. */
package org.candor.intake.files;
