/** Finds a person by name with day of birth or ZIP code, through a keyed index that is made where somebody wants it. */
package org.candor.notification.lookup;
