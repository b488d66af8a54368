/** Sequencing: every event of every topic gets a place in the trail, once, in the transaction that makes it durable. */
package org.candor.audit.trail;
