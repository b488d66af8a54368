/** Every deadline of every service on one board. */
package org.candor.notification.deadline;
