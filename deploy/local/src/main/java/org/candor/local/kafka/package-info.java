/** One Kafka broker in a process of its own, and the platform's topics on it. */
package org.candor.local.kafka;
