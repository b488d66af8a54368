/** What a person needs before he is let near a case. */
package org.candor.investigation.readiness.decision;
