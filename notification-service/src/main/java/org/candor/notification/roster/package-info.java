/** Who was affected: reading the roster, keeping it encrypted, telling breach-service what was counted. */
package org.candor.notification.roster;
