/** A service starts only with settings that somebody reads. */
package org.candor.kit.config;
