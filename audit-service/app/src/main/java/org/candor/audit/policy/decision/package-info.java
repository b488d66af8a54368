/** Which version of a policy is in effect, and until when each is kept. */
package org.candor.audit.policy.decision;
