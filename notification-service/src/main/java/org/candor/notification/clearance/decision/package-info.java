/** What the answers of breach-service allow, and for how long. Pure: no framework, no clock. */
package org.candor.notification.clearance.decision;
