/** What keeps intake answering when too many ask, too much comes, or somebody tries receipts. */
package org.candor.intake.limits;
