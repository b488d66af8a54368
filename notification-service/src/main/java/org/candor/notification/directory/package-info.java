/** Copies of the legal entities and officers that intake's directory holds. */
package org.candor.notification.directory;
