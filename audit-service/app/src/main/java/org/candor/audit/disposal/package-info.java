/**
 * Disposal of an incident's records after their time: ordered by one person and approved by another, carried out by every
 * service, and complete when each has said so. The trail's entries and proofs stay; they hold no health information.
 */
package org.candor.audit.disposal;
