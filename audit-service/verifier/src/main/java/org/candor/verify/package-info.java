/**
 * Checks proofs of the audit trail without the trail: no database, no network, nothing but the Java platform, and its own
 * reading of every byte. It shares no code with the service that wrote them, and believes nothing that it can compute.
 */
package org.candor.verify;
