/** What a row of an import must be. */
package org.candor.intake.attempts.decision;
