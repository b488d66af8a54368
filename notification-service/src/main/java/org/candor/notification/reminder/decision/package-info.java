/** When a reminder is issued and to whom it speaks. Plain Java. */
package org.candor.notification.reminder.decision;
