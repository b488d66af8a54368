/** What may go, who decides, and when it has gone. */
package org.candor.audit.disposal.decision;
