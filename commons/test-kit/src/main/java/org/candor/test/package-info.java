/**
 * What every service's tests stand on: a real PostgreSQL and a real Kafka, tokens without a network, a clock that can be
 * moved, and a look at the topics from outside. Nothing here imitates a part of the platform.
 */
package org.candor.test;
