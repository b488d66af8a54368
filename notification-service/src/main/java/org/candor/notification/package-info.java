/** Notification: campaigns, rosters, notices, postings, the deadline board and officer alerts. */
package org.candor.notification;
