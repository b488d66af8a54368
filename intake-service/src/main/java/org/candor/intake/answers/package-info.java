/** Puts investigation's answer to a complaint into the mailbox of whoever reads it there (policy I.G.1). */
package org.candor.intake.answers;
