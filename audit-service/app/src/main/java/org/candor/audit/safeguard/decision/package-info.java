/** How risky a place is for talks, and what an inspection must answer. */
package org.candor.audit.safeguard.decision;
