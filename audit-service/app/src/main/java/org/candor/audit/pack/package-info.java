/**
 * Proof packs: everything that shows to a stranger that an incident was handled, or what happened in a period, in one sealed file
 * (45 CFR 164.414(b): the burden of proof that all notices were made).
 */
package org.candor.audit.pack;
