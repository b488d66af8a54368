/** Whom an alert goes to. Pure: no framework, no clock. */
package org.candor.notification.alert.decision;
