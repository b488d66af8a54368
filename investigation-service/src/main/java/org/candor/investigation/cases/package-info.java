/** The case of an incident: from the report that opens it to its closing, worked the way the policy says. */
package org.candor.investigation.cases;
