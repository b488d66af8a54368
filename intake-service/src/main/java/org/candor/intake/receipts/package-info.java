/** Receipts: how a reporter, named or not, comes back to his report. */
package org.candor.intake.receipts;
