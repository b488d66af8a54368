/**
 * The whole platform on one machine, without containers: a launcher that starts PostgreSQL, Kafka, Keycloak, a mail server,
 * the five services and a reverse proxy. {@link org.candor.local.Stack} is the way in for tests and the demo.
 */
package org.candor.local;
