/** Writes deploy/CONFIGURATION.md from the services' sources, so that it cannot say anything else than they do. */
package org.candor.local.configuration;
