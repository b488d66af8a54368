/** Who may work on an incident: the response team, its training and authorisation, and the exercises (policy I.A). */
package org.candor.investigation.readiness;
