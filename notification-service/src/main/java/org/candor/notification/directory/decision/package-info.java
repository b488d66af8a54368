/** Officers as rules see them. Plain Java. */
package org.candor.notification.directory.decision;
