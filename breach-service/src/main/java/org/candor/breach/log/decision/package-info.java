/** What the log owes the Secretary: days of the annual run, and addenda. Pure. */
package org.candor.breach.log.decision;
