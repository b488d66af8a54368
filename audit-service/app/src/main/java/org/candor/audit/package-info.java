/** The audit trail: what every service says and who looked at it, in an order that nobody can change unseen. */
package org.candor.audit;
