/** PostgreSQL from the binaries on the class path, durable, with a database and a user for each service. */
package org.candor.local.postgres;
