/** Tells other systems that something happened: signed, retried, and only to public addresses. */
package org.candor.notification.webhook;
