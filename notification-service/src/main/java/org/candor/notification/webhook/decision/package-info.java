/** Which addresses may be called. Plain Java. */
package org.candor.notification.webhook.decision;
