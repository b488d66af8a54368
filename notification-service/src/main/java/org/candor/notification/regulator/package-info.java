/** Notices to state regulators and others, recorded with their proof. */
package org.candor.notification.regulator;
