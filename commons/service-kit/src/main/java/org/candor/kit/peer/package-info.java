/**
 * Calls to another service of the platform. They are few: what can be a fact on a topic is one.
 *
 * <p>Declare an interface with {@code @RegisterRestClient(configKey = "breach")} (or {@code intake}, {@code investigation},
 * {@code audit}; its path begins after the service's root), {@code @OidcClientFilter} for the credentials of the calling
 * service, and {@code @RegisterProvider(PeerHeaders.class)} for the correlation id. The realm gives each service's client the
 * role {@code service} and one scope per edge; the called endpoint asks for both, for the scope with {@link
 * org.candor.kit.peer.Scopes}. Whoever does not answer
 * within ten seconds is away: the caller tries again later.
 */
package org.candor.kit.peer;
