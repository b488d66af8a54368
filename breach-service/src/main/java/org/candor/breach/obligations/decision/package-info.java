/**
 * Who must be told, by when, and why: facts of a breach and rules as data in, duties with their reasons out. Pure; "today"
 * is one of the facts.
 */
package org.candor.breach.obligations.decision;
