/** Why records are held. */
package org.candor.audit.hold.decision;
