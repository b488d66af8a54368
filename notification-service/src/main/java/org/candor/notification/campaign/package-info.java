/** The campaign of a breach: what is owed, held, done. */
package org.candor.notification.campaign;
