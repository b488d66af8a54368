/** The end of a past year's log: ordered by one person, approved by another, and carried out by the database itself. */
package org.candor.audit.removal;
