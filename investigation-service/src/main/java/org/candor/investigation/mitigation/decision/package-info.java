/** What may be written about mitigation, and when a request to a business associate is answered. */
package org.candor.investigation.mitigation.decision;
