/**
 * What may happen to a case, decided without a framework, a clock or a database: {@code decide(state, command, now)}.
 *
 * <p>Only {@code java.*} and the event contracts are used here. Free text never enters a state or a fact; the shell keeps
 * it encrypted under the same ids.
 */
package org.candor.investigation.cases.decision;
