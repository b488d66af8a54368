package org.candor.local.api;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.candor.local.keycloak.PasswordGrant;

/** A valid token for each user; the users of the local realm are named as their role, and so is their password. */
final class Tokens {

    /** Less than the five minutes for which the realm's tokens are good. */
    private static final Duration USED_FOR = Duration.ofMinutes(4);

    private record Issued(String token, Instant until) {}

    private final PasswordGrant grant;
    private final Map<String, Issued> issued = new HashMap<>();

    Tokens(PasswordGrant grant) {
        this.grant = grant;
    }

    /** One after another: of several log-ins of one user at the same moment the realm refuses some. */
    synchronized String of(String user) throws IOException, InterruptedException {
        Issued known = issued.get(user);
        if (known == null || known.until().isBefore(Instant.now())) {
            known = new Issued(grant.token(user, user), Instant.now().plus(USED_FOR));
            issued.put(user, known);
        }
        return known.token();
    }
}
