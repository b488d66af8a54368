/** Insider threats: both officers set up a team, and only its members read the case (policy S4). */
package org.candor.investigation.insider;
