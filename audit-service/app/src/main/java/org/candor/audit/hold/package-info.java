/** Legal holds: while one is on, nothing under it is disposed of, whatever its date says. */
package org.candor.audit.hold;
