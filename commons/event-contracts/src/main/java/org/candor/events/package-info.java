/**
 * What crosses a service border: topics, the CloudEvents envelope and one record per fact, in plain Java.
 *
 * <p>Guarantee: no record has a component for health information, a narrative, or the identity of a reporter. Facts carry
 * ids, classifications, counts and dates. Contracts change by addition only; a breaking change is a new version beside
 * the old.
 */
package org.candor.events;
