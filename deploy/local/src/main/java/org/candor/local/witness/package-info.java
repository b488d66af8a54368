/** The witness of the audit trail, as a process of its own. */
package org.candor.local.witness;
