/** When a duty is done, what counts as evidence of it, and when it falls due again. */
package org.candor.audit.programme.decision;
