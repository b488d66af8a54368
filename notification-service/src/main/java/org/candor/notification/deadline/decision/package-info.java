/** Which step of the countdown a duty has reached, and who is told of it. Plain Java. */
package org.candor.notification.deadline.decision;
