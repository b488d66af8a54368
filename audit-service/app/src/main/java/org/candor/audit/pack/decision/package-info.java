/** What a person reads of a pack: the facts in their order, and who looked. */
package org.candor.audit.pack.decision;
