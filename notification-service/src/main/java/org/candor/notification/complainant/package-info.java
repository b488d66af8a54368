/**
 * Acknowledgement and answer to those who reported and gave a name (policy I.C.3, I.G.1). Name and address are read from intake
 * and the answer from investigation at the moment of sending; only the sealed letter stays.
 */
package org.candor.notification.complainant;
