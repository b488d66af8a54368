/** Puts the decided route into the routing record that opens, and closes, an incident in every service. */
package org.candor.intake.routing;
