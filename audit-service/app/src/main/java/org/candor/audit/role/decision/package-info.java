/** Who may decide on an exception of access, and for how long. */
package org.candor.audit.role.decision;
