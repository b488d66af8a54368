/** What a user of the platform expects, shown on the launcher through the proxy with tokens of the identity provider. */
package org.candor.local.acceptance;
