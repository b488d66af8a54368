/** Keycloak with the platform's realm. */
package org.candor.local.keycloak;
