/** The conversation of officers with whoever holds a receipt, who may have no name. */
package org.candor.intake.mailbox;
